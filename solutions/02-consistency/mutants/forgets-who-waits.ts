/** A client that must wait is never answered. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalGet(state, client, get, world) {
    reference.onCausalGet(state, client, get, world);
    state.waiting = [];
  },
};
