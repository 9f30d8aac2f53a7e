/** Applies its client’s write at once, and again when it has a number. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onSequentialPut(state, client, put, world) {
    state.values[put.key] = put.value;
    reference.onSequentialPut(state, client, put, world);
  },
};
