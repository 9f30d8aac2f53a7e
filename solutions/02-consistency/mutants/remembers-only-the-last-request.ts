/** Notices a repeated request only if nothing came in between. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, _from, { write }, world) {
    const last = state.ordered.at(-1);
    if (last?.client === write.client && last.id === write.id) return;
    const number = state.ordered.push(write);
    for (const replica of [state.me, ...state.peers]) world.send(replica, { kind: 'Ordered', number, write });
  },
};
