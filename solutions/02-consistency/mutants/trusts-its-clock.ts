/** A write has the time of its replica’s clock, even if the replica knows of a version that is newer by it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onEventualPut(state, client, { id, key, value }, world) {
    state.entries[key] = { value, time: world.now, writer: state.me };
    world.send(client, { kind: 'Reply', id, value: null });
  },
};
