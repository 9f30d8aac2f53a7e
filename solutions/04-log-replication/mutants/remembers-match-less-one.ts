/** What was acknowledged to it when it last led is acknowledged still, but for the last entry (Figure 2, matchIndex). */
import type { Address } from '@weekend/protocol';
import type { Index, Replication, State } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

type Remembering = State & { acknowledged?: Record<Address, Index> };

export const logReplication: Replication = {
  ...reference,

  onElected(state: Remembering, world) {
    reference.onElected(state, world);
    if (state.role.kind !== 'leader') return;
    for (const [peer, index] of Object.entries(state.acknowledged ?? {})) state.role.matchIndex[peer] = index - 1;
  },

  onAppendEntriesReply(state: Remembering, from, message, world) {
    reference.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind === 'leader') state.acknowledged = { ...state.role.matchIndex };
  },
};
