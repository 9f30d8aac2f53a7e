/** A backup that takes over begins with nothing. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onView(state, view, world) {
    if (view.number > state.view.number && view.primary === state.me && state.view.primary !== state.me)
      state.values = {};
    reference.onView(state, view, world);
  },
};
