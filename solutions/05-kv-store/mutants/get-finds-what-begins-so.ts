/** Answers a get with the first key that begins like the one that was asked for. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { ask } = request;
    const [first] = ask.kind === 'get' ? sorted.under(state.kv.machine.pairs, ask.key) : [];
    const found = ask.kind === 'get' && first ? { ...ask, key: first.key } : ask;
    reference.onRequest(state, from, { ...request, ask: found }, world, propose);
  },
};
