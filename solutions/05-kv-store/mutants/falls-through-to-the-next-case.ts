/** Forgets to end the case of a read: it is answered, and then proposed like a write. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  onRequest(state, from, request, world, propose) {
    reference.onRequest(state, from, request, world, propose);
    const { id, ask } = request;
    if (ask.kind !== 'get' && ask.kind !== 'list') return;
    reference.onRequest(state, from, { kind: 'Request', id, ask: { kind: 'delete', key: '' } }, world, propose);
  },
};
