/** Gives an older copy whatever was answered last: its client has moved on and does not listen. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const { command } = entry;
    const session = command.kind === 'write' ? command.id.session : null;
    const known = session === null ? undefined : sorted.find(state.kv.machine.sessions, session);
    const isOld = known && command.kind === 'write' && command.id.seq < known.seq;
    const seen = isOld ? { ...entry, command: { ...command, id: { ...command.id, seq: known.seq } } } : entry;
    reference.apply(state, seen, index, world);
  },
};
