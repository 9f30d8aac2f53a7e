/** A write in the same millisecond as the last one is lost. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onEventualPut(state, client, put, world) {
    if ((state.entries[put.key]?.time ?? -1) < world.now) reference.onEventualPut(state, client, put, world);
    else world.send(client, { kind: 'Reply', id: put.id, value: null });
  },
};
