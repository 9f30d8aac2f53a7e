/** A lock with tickets, as at a counter, and a sign that shows whose turn it is (OK41). */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once, running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const callers = new Map<number, () => void>();
    let nextTicket = 0;
    let serving = 0;
    const acquire = async () => {
      const ticket = nextTicket;
      nextTicket += 1;
      if (ticket !== serving) await new Promise<void>((turn) => callers.set(ticket, turn));
      callers.delete(ticket);
      return once(() => {
        serving += 1;
        callers.get(serving)?.();
      });
    };
    return { acquire, run: running(acquire) };
  },
};
