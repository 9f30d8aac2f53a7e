/** The voters of an election before this one are no new voters (§5.2). */
import type { Address } from '@weekend/protocol';
import type { Election, State } from '@weekend/raft';
import { election as reference } from '../election.ts';

type Counting = State & { counted?: Record<Address, number> };

export const election: Election = {
  ...reference,

  onRequestVoteReply(state: Counting, from, message, world) {
    if (state.role.kind === 'candidate' && message.voteGranted && message.term === state.currentTerm) {
      state.counted ??= {};
      state.counted[from] ??= message.term;
      if (state.counted[from] !== message.term) return;
    }
    reference.onRequestVoteReply(state, from, message, world);
  },

  onLeaderHeard(state: Counting, leader, term, world) {
    state.counted = {};
    reference.onLeaderHeard(state, leader, term, world);
  },
};
