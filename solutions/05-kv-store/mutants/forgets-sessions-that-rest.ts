/** Forgets a session as soon as two others have written, so a copy that was long on its way is done again. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const { machine } = state.kv;
    machine.sessions = machine.sessions.filter(({ usedAt }) => usedAt > index - 2);
    const { command } = entry;
    const isNew = command.kind === 'write' && !machine.sessions.some(({ key }) => key === command.id.session);
    const id = { session: null, seq: 1 };
    reference.apply(
      state,
      isNew && command.id.seq > 1 ? { ...entry, command: { ...command, id } } : entry,
      index,
      world,
    );
    if (isNew && command.id.session !== null && command.id.seq > 1) {
      const answer = { kind: 'written', done: true, index } as const;
      sorted.put(machine.sessions, { key: command.id.session, seq: command.id.seq, answer, usedAt: index });
    }
  },
};
