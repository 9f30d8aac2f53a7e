/** A view whose number is not the next one is no newer view to it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onView(state, view, world) {
    if (view.number === state.view.number + 1) reference.onView(state, view, world);
  },
};
