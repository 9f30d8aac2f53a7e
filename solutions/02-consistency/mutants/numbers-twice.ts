/** A request that comes twice gets two numbers. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, _from, { write }, world) {
    const number = state.ordered.push(write);
    for (const replica of [state.me, ...state.peers]) world.send(replica, { kind: 'Ordered', number, write });
  },
};
