/** Answers a write before it has been applied here. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onSequentialPut(state, client, put, world) {
    reference.onSequentialPut(state, client, put, world);
    world.send(client, { kind: 'Reply', id: put.id, value: null });
  },
};
