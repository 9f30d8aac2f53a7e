/** The sequencer answers the client of another replica, which has not applied the write yet. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, from, forward, world) {
    reference.onForward(state, from, forward, world);
    world.send(forward.write.replica, { kind: 'Ordered', number: 0, write: forward.write });
  },
  onOrdered(state, from, ordered, world) {
    const { client, id } = ordered.write;
    if (ordered.number === 0) world.send(client, { kind: 'Reply', id, value: null });
    else reference.onOrdered(state, from, ordered, world);
  },
};
