/** Keeps the entries in a variable of the file: all replicas share one copy. */
import type { Consistency, Key, Version } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onEventualPut(state, client, put, world) {
    reference.onEventualPut(state, client, put, world);
    Object.assign(shared, state.entries);
  },
  onEventualGet(state, client, { id, key }, world) {
    world.send(client, { kind: 'Reply', id, value: (shared[key] ?? state.entries[key])?.value ?? null });
  },
};

const shared: Record<Key, Version> = {};
