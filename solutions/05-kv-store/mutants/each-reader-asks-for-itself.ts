/** A question to everybody for each read, however many come at once. */
import type { KeyValue } from '@weekend/raft';
import { afterRequest } from '../altered.ts';

export const kvStore: KeyValue = afterRequest((state, { ask }, world) => {
  const { kv, currentTerm: term, peers, role } = state;
  if (role.kind !== 'leader' || (ask.kind !== 'get' && ask.kind !== 'list') || ask.mode !== 'consistent') return;
  for (const peer of peers) world.send(peer, { kind: 'ConfirmLeader', term, round: kv.round });
});
