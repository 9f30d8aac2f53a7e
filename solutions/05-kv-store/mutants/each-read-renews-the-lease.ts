/** A default read that is answered by lease makes the lease longer. */
import { electionTimeout, type KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { kv } = state;
    if (world.now < kv.leaseUntil) kv.leaseUntil = world.now + electionTimeout.min;
    reference.onRequest(state, from, request, world, propose);
  },
};
