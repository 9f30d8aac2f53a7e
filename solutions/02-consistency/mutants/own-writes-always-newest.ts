/** What was written here is never replaced by what comes. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const own = Object.entries(state.entries).filter(([, { writer }]) => writer === state.me);
    reference.onUpdate(state, from, update, world);
    Object.assign(state.entries, Object.fromEntries(own));
  },
};
