/** A primary that has lost its backup still waits for its confirmations. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onView(state, view, _world) {
    if (view.number > state.view.number) state.view = view;
  },
};
