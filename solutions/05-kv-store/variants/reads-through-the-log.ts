/** OK26: a read is an entry of the log, and is answered when that is applied. No rounds, no leases. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onElected() {},
  onRequest(state, from, request, world, propose) {
    const { ask, id } = request;
    const isRead = ask.kind === 'get' || ask.kind === 'list';
    const readIndex = isRead && ask.mode !== 'stale' ? propose({ kind: 'no-op' }) : null;
    if (isRead && readIndex !== null) state.kv.reads.push({ from, id, read: ask, round: 0, readIndex });
    else reference.onRequest(state, from, request, world, propose);
  },
};
