/** K23: decides a cas when it is asked, by its own machine, and logs what came of it. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { ask } = request;
    if (!('cas' in ask) || ask.cas === undefined || state.role.kind !== 'leader')
      return reference.onRequest(state, from, request, world, propose);
    const { cas, ...without } = ask;
    if (cas === (sorted.find(state.kv.machine.pairs, ask.key)?.modifyIndex ?? 0))
      return reference.onRequest(state, from, { ...request, ask: without }, world, propose);
    const answer = { kind: 'written', done: false, index: state.lastApplied } as const;
    world.send(from, { kind: 'Reply', id: request.id, answer });
  },
};
