/** Keeps votes its own way, a table from voter to term, and leaves the role's list alone. */
import type { Address } from '@weekend/protocol';
import type { Election, State, Term } from '@weekend/raft';
import { election as reference } from '../election.ts';

interface Counting extends State {
  /** The last term in which each node has voted for this one. */
  box?: Record<Address, Term>;
}

export const election: Election = {
  ...reference,

  onElectionTimeout(state: Counting, world) {
    reference.onElectionTimeout(state, world);
    if (state.role.kind === 'candidate') state.role.votes = [];
    state.box = { ...state.box, [state.me]: state.currentTerm };
  },

  onRequestVoteReply(state: Counting, from, message, world) {
    state.box ??= {};
    if (message.voteGranted) state.box[from] = Math.max(message.term, state.box[from] ?? 0);
    const votes = Object.values(state.box).filter((term) => term === state.currentTerm).length;
    if (state.role.kind !== 'candidate' || votes < Math.floor((state.peers.length + 1) / 2) + 1) return;
    state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
    world.clearTimer('election');
  },
};
