/** Takes versions of keys that it does not hold yet, and no newer versions of those that it does. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossip(state, _from, { entries }, _world) {
    state.entries = { ...entries, ...state.entries };
  },
};
