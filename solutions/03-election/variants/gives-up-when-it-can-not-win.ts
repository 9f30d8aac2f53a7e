/** Ends its election as soon as half of the cluster has refused: a follower again, that keeps its vote and waits on. */
import type { Address } from '@weekend/protocol';
import type { Election, State } from '@weekend/raft';
import { election as reference } from '../election.ts';

type Mine = State & { refusals?: Address[] };

export const election: Election = {
  ...reference,

  onElectionTimeout(state: Mine, world) {
    state.refusals = [];
    reference.onElectionTimeout(state, world);
  },

  onRequestVoteReply(state: Mine, from, message, world) {
    reference.onRequestVoteReply(state, from, message, world);
    if (state.role.kind !== 'candidate' || message.term !== state.currentTerm || message.voteGranted) return;
    const refusals = new Set([...(state.refusals ?? []), from]);
    state.refusals = [...refusals];
    if (refusals.size >= (state.peers.length + 1) / 2) state.role = { kind: 'follower', leader: null };
  },
};
