/** A client that writes waits until the others are told. */
import type { Consistency, EventualState } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onEventualPut(state: Slow, client, put, world) {
    reference.onEventualPut(
      state,
      client,
      put,
      sending(world, () => undefined),
    );
    state.owed = [...(state.owed ?? []), { client, id: put.id }];
  },

  onGossipTimer(state: Slow, world) {
    for (const { client, id } of state.owed ?? []) world.send(client, { kind: 'Reply', id, value: null });
    state.owed = [];
    reference.onGossipTimer(state, world);
  },
};

interface Slow extends EventualState {
  owed?: { client: string; id: number }[];
}
