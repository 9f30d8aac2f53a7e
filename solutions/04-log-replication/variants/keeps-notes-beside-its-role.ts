/** Notes for each follower in a field of its own, made when it is elected and relied on ever after. */
import type { Address } from '@weekend/protocol';
import type { Replication, State } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

type Noting = State & { notes: Record<Address, { answers: boolean }> };

export const logReplication: Replication = {
  ...reference,

  onElected(state, world) {
    reference.onElected(state, world);
    (state as Noting).notes = Object.fromEntries(state.peers.map((peer) => [peer, { answers: false }]));
  },

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind !== 'leader') return;
    const { notes } = state as Noting;
    Object.assign(notes[from] as object, { answers: true });
    reference.onAppendEntriesReply(state, from, message, world);
  },
};
