/** OK28: remembers the last five answers of each session, and gives an old copy its own. */
import { type Answer, type KeyValue, type Machine, sorted } from '@weekend/raft';
import { altered } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

interface Windowed extends Machine {
  windows?: { key: string; answers: { seq: number; answer: Answer }[] }[];
}

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const { command } = entry;
    const machine: Windowed = state.kv.machine;
    const windows = (machine.windows ??= []);
    const { session, seq } = command.kind === 'write' ? command.id : { session: null, seq: 0 };
    const window = session === null ? undefined : sorted.find(windows, session);
    const old = window?.answers.find((each) => each.seq === seq);
    const send: typeof world.send = (to, message) =>
      world.send(
        to,
        old && message.kind === 'Reply' && message.answer.kind === 'expired'
          ? { ...message, answer: old.answer }
          : message,
      );
    reference.apply(state, entry, index, altered(world, { send }));
    const latest = session === null ? undefined : sorted.find(machine.sessions, session);
    if (session === null || latest?.usedAt !== index) return;
    const answers = [...(window?.answers ?? []), { seq, answer: latest.answer }].slice(-5);
    sorted.put(windows, { key: session, answers });
  },
};
