/** A lock whose line is a linked list, and whose `run` does without `acquire`. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    interface Place {
      enter: () => void;
      next?: Place;
    }
    let first: Place | undefined;
    let last: Place | undefined;
    const line = (): Promise<void> =>
      new Promise((enter) => {
        const place: Place = { enter };
        if (last) last.next = place;
        else enter();
        first ??= place;
        last = place;
      });
    const leave = () => {
      first = first?.next;
      if (first) first.enter();
      else last = undefined;
    };
    return {
      acquire: () => line().then(() => once(leave)),
      run: (critical) => line().then(critical).finally(leave),
    };
  },
};
