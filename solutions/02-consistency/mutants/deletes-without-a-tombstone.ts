/** C04: a delete removes the key, and an old copy brings it back. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onEventualPut(state, client, put, world) {
    reference.onEventualPut(state, client, put, world);
    if (put.value === null) delete state.entries[put.key];
  },
};
