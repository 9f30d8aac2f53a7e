/** Sends a RequestVote to itself as well (Figure 2: to all other servers). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    const asked = { ...state, peers: [...state.peers, state.me] };
    reference.onElectionTimeout(asked, world);
    Object.assign(state, asked, { peers: state.peers });
  },
};
