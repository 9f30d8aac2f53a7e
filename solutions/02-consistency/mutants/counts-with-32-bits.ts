/** Remembers which operations are done in the bits of a number, and a number has 32 of them. */
import type { Consistency, Operation } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { inRealTime, step, type Value } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    const operations = history.filter(({ completion }) => completion.kind !== 'fail');
    const bitsOf = (holds: (operation: Operation) => boolean): number =>
      operations.reduce((bits, operation, at) => (holds(operation) ? bits | (1 << at) : bits), 0);
    const before = operations.map((b) => bitsOf((a) => a !== b && inRealTime(a, b)));
    const needed = bitsOf(({ completion }) => completion.kind === 'ok');
    const seen = new Set<string>();
    const canGoOn = (done: number, value: Value): boolean => {
      if ((done & needed) === needed) return true;
      const place = `${done} ${JSON.stringify(value)}`;
      if (seen.has(place)) return false;
      seen.add(place);
      return operations.some((operation, at) => {
        const mayComeNext = (done & (1 << at)) === 0 && ((before[at] ?? 0) & ~done) === 0;
        const after = mayComeNext ? step(value, operation) : undefined;
        return after !== undefined && canGoOn(done | (1 << at), after);
      });
    };
    return canGoOn(0, null);
  },
};
