/** OK04: a new leader appends nothing of its own. The first read that comes makes up for it. */
import { type KeyValue, lastTerm } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onElected() {},
  onRequest(state, from, request, world, propose) {
    const { ask } = request;
    const isRead = (ask.kind === 'get' || ask.kind === 'list') && ask.mode !== 'stale';
    if (isRead && lastTerm(state.log) !== state.currentTerm) propose({ kind: 'no-op' });
    reference.onRequest(state, from, request, world, propose);
  },
};
