/** The sequencer answers a repeated request with the number that it gave before. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, from, forward, world) {
    const { client, id } = forward.write;
    const at = state.ordered.findIndex((write) => write.client === client && write.id === id);
    if (at < 0) reference.onForward(state, from, forward, world);
    else world.send(from, { kind: 'Ordered', number: at + 1, write: forward.write });
  },
};
