/** K03: looks for a copy when it proposes, and applies whatever is committed. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { session, seq } = request.id;
    const known = session === null ? undefined : sorted.find(state.kv.machine.sessions, session);
    if (known?.seq === seq) world.send(from, { kind: 'Reply', id: request.id, answer: known.answer });
    else reference.onRequest(state, from, request, world, propose);
  },
  apply(state, entry, index, world) {
    const { command } = entry;
    if (command.kind === 'write' && command.id.session !== null) {
      const { machine } = state.kv;
      machine.sessions = machine.sessions.filter(({ key }) => key !== command.id.session);
      if (command.id.seq > 1)
        sorted.put(machine.sessions, {
          key: command.id.session,
          seq: command.id.seq - 1,
          answer: { kind: 'expired' },
          usedAt: index,
        });
    }
    reference.apply(state, entry, index, world);
  },
};
