/** OK27: does not let a client wait for longer than a second: it says that it does not know. */
import type { Millis } from '@weekend/protocol';
import type { KeyValue, WaitingWrite } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

interface Timed extends WaitingWrite {
  at?: Millis;
}

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    reference.onRequest(state, from, request, world, propose);
    const last: Timed | undefined = state.kv.writes.at(-1);
    if (last) last.at ??= world.now;
    if (last && state.kv.confirmed === state.kv.round && state.kv.reads.length === 0) world.setTimer('confirm', 1000);
  },
  onConfirmTimeout(state, world) {
    const isLate = ({ at = world.now }: Timed) => at + 1000 <= world.now;
    const late = state.kv.writes.filter(isLate);
    state.kv.writes = state.kv.writes.filter((each) => !isLate(each));
    for (const { from, id } of late) world.send(from, { kind: 'Reply', id, answer: { kind: 'unknown' } });
    if (state.kv.reads.length > 0 || state.kv.confirmed < state.kv.round) reference.onConfirmTimeout(state, world);
    else if (state.kv.writes.length > 0) world.setTimer('confirm', 1000);
  },
};
