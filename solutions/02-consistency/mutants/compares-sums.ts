/** Compares how much two clocks have counted in all. */
import type { Consistency, VectorClock } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  compareClocks(a, b) {
    const sum = (clock: VectorClock) => Object.values(clock).reduce((all, count) => all + count, 0);
    if (sum(a) === sum(b)) return reference.compareClocks(a, b);
    return sum(a) < sum(b) ? 'before' : 'after';
  },
};
