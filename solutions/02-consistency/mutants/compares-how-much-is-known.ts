/** Serves a client when it knows as many writes as the client does, whichever they are. */
import type { Consistency, VectorClock } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalGet(state, client, get, world) {
    const sum = (clock: VectorClock) => Object.values(clock).reduce((all, count) => all + count, 0);
    reference.onCausalGet(state, client, sum(state.applied) >= sum(get.after) ? { ...get, after: {} } : get, world);
  },
};
