/** C14, as near as it comes here: each replica orders by what it has seen itself, so two order differently. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onSequentialPut(state, client, put, world) {
    reference.onSequentialPut({ ...state, sequencer: state.me }, client, put, world);
  },
};
