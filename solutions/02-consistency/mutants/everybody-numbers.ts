/** Every replica numbers the writes of its own clients. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onSequentialPut(state, client, put, world) {
    reference.onSequentialPut({ ...state, sequencer: state.me }, client, put, world);
  },
};
