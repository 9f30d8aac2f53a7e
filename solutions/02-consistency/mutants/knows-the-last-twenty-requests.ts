/** A request that comes again after twenty others gets a number again. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, from, forward, world) {
    const old = state.ordered.slice(0, -20);
    state.ordered = state.ordered.map((write, at) => (at < old.length ? { ...write, id: -1 } : write));
    reference.onForward(state, from, forward, world);
  },
};
