/** Forgets no session, so a session that it does not know is a new one, whatever its first number. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const { command } = entry;
    if (command.kind === 'write' && command.id.session !== null) {
      const { session: key, seq } = command.id;
      const { sessions } = state.kv.machine;
      if (!sorted.find(sessions, key))
        sorted.put(sessions, { key, seq: seq - 1, answer: { kind: 'expired' }, usedAt: index });
    }
    reference.apply(state, entry, index, world);
  },
};
