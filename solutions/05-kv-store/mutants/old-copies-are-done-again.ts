/** Knows only the last number again; an older one is done once more. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const { command } = entry;
    const { machine } = state.kv;
    if (command.kind === 'write')
      machine.sessions = machine.sessions.filter(({ key, seq }) => key !== command.id.session || seq <= command.id.seq);
    const first = command.kind === 'write' && !machine.sessions.some(({ key }) => key === command.id.session);
    const id = { session: null, seq: 1 };
    const again = first && command.kind === 'write' && command.id.seq > 1;
    reference.apply(state, again ? { ...entry, command: { ...command, id } } : entry, index, world);
  },
};
