/** Merging leaves out names that the first clock does not hold. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  mergeClocks(a, b) {
    return Object.fromEntries(Object.entries(a).map(([name, count]) => [name, Math.max(count, b[name] ?? 0)]));
  },
};
