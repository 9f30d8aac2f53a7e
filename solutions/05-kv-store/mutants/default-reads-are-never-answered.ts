/** Knows two of the three modes. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { ask } = request;
    if (ask.kind !== 'get' || ask.mode !== 'default') reference.onRequest(state, from, request, world, propose);
  },
};
