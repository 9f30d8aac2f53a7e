/** K04: knows that a write was done, and not what came of it. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    for (const session of state.kv.machine.sessions) session.answer = { kind: 'written', done: true, index };
    reference.apply(state, entry, index, world);
  },
};
