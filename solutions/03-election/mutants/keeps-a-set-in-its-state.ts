/** Keeps the votes as a Set, which is not plain data: a copy of the state loses it. */
import type { Address } from '@weekend/protocol';
import type { Election, State } from '@weekend/raft';
import { election as reference } from '../election.ts';

interface WithSet extends State {
  voters?: Set<Address>;
}

export const election: Election = {
  ...reference,

  onElectionTimeout(state: WithSet, world) {
    reference.onElectionTimeout(state, world);
    state.voters = new Set([state.me]);
  },
};
