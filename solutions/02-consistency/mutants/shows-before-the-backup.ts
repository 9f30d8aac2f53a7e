/** A dirty read: applies a write at once, and waits only with the answer. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onPrimaryPut(state, client, put, world) {
    const isPrimary = state.view.primary === state.me;
    reference.onPrimaryPut(state, client, put, world);
    if (isPrimary) state.values[put.key] = put.value;
  },
};
