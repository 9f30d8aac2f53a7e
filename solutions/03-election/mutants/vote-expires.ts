/** Takes a vote back that was given long ago, in a term that still goes on (§5.2). */
import type { Millis } from '@weekend/protocol';
import type { Election, State } from '@weekend/raft';
import { election as reference } from '../election.ts';

interface Impatient extends State {
  votedAt?: Millis;
}

export const election: Election = {
  ...reference,

  onNewerTerm(state: Impatient, term, world) {
    delete state.votedAt;
    reference.onNewerTerm(state, term, world);
  },

  onRequestVote(state: Impatient, from, message, world) {
    if (state.votedAt !== undefined && world.now - state.votedAt > 250) state.votedFor = null;
    const { votedFor } = state;
    reference.onRequestVote(state, from, message, world);
    if (votedFor !== state.votedFor) state.votedAt = world.now;
  },
};
