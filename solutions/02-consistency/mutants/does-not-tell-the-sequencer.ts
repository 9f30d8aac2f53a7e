/** The sequencer numbers writes and does not apply them. */
import type { Consistency } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, from, forward, world) {
    reference.onForward(
      state,
      from,
      forward,
      sending(world, (message, to) => (to === state.me ? undefined : message)),
    );
  },
};
