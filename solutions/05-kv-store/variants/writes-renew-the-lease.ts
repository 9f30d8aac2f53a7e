/** A write that is committed shows as well that a majority followed when it was proposed. */
import type { Millis } from '@weekend/protocol';
import { electionTimeout, type KeyValue, type WaitingWrite } from '@weekend/raft';
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
  },
  apply(state, entry, index, world) {
    const [waiting]: Timed[] = state.kv.writes;
    const at = waiting?.index === index && waiting.term === entry.term ? waiting.at : undefined;
    reference.apply(state, entry, index, world);
    const leads = state.role.kind === 'leader';
    if (leads && at !== undefined) state.kv.leaseUntil = Math.max(state.kv.leaseUntil, at + electionTimeout.min);
  },
};
