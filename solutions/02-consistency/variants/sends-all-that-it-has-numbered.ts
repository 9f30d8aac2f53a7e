/** The sequencer sends each replica all that it has numbered, every time. */
import type { Consistency } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, from, forward, world) {
    reference.onForward(
      state,
      from,
      forward,
      sending(world, () => undefined),
    );
    for (const replica of [state.me, ...state.peers])
      for (const [at, write] of state.ordered.entries())
        world.send(replica, { kind: 'Ordered', number: at + 1, write });
  },
};
