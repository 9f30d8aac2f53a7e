/** Merging adds up. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  mergeClocks(a, b) {
    const sum = { ...a };
    for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
    return sum;
  },
};
