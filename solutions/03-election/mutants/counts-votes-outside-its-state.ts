/** Keeps the votes in a variable of the file, which every node of the process shares. */
import type { Address } from '@weekend/protocol';
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

const votes = new Set<Address>();

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    votes.clear();
    reference.onElectionTimeout(state, world);
    votes.add(state.me);
  },

  onRequestVoteReply(state, from, message, world) {
    if (state.role.kind !== 'candidate' || message.term !== state.currentTerm || !message.voteGranted) return;
    votes.add(from);
    if (votes.size <= (state.peers.length + 1) / 2) return;
    state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
    world.clearTimer('election');
  },
};
