/** A node that knows of a newer term answers in the older one, and the old leader takes it for a yes (§5.1). */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeader: (_state, from, { term, round }, world) =>
    world.send(from, { kind: 'ConfirmLeaderReply', term, round }) as undefined,
};
