/** K06: takes a session for another whose name its own begins with (§8). */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  apply(state, entry, index, world) {
    const { command } = entry;
    if (command.kind !== 'write' || command.id.session === null) return reference.apply(state, entry, index, world);
    const asks = command.id.session;
    const session = state.kv.machine.sessions.find(({ key }) => asks.startsWith(key))?.key ?? asks;
    reference.apply(state, { ...entry, command: { ...command, id: { ...command.id, session } } }, index, world);
  },
};
