/** Forgets that a cas was refused: when it comes again it may succeed. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    reference.apply(state, entry, index, world);
    const { machine } = state.kv;
    machine.sessions = machine.sessions.filter(({ answer }) => answer.kind !== 'written' || answer.done);
  },
};
