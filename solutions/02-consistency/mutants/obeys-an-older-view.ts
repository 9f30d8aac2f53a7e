/** Takes any view that comes, older ones too. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onView(state, view, world) {
    state.view = { ...state.view, number: 0 };
    reference.onView(state, view, world);
  },
};
