/** Whoever wins an election begins with an empty table. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onElected(state, world, propose) {
    state.kv.machine.sessions = [];
    reference.onElected(state, world, propose);
  },
};
