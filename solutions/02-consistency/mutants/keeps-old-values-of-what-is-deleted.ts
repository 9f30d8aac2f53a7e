/** Null is no value, so nothing is written. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onOrdered(state, from, ordered, world) {
    const before = { ...state.values };
    reference.onOrdered(state, from, ordered, world);
    for (const [key, value] of Object.entries(before)) state.values[key] ??= value;
  },
};
