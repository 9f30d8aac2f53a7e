/** A new leader refuses reads until it knows what is committed, instead of keeping them. */
import { type KeyValue, termAt } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { ask, id } = request;
    const isRead = (ask.kind === 'get' || ask.kind === 'list') && ask.mode !== 'stale';
    const isNew = state.role.kind === 'leader' && termAt(state.log, state.commitIndex) !== state.currentTerm;
    if (isRead && isNew) world.send(from, { kind: 'Reply', id, answer: { kind: 'not-leader', leader: null } });
    else reference.onRequest(state, from, request, world, propose);
  },
};
