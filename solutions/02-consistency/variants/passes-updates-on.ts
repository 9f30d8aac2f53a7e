/** Passes each update on that is news to it, so that it comes also where its writer is not heard. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const isNews = (update.clock[update.version.writer] ?? 0) > (state.applied[update.version.writer] ?? 0);
    const isWaiting = state.early.some(({ clock }) => reference.compareClocks(clock, update.clock) === 'equal');
    reference.onUpdate(state, from, update, world);
    if (isNews && !isWaiting)
      for (const peer of state.peers) if (peer !== update.version.writer) world.send(peer, update);
  },
};
