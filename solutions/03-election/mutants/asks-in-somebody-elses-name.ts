/** Gives the receiver as the candidate (Figure 2, RequestVote arguments). */
import type { World } from '@weekend/protocol';
import type { Election, Raft } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    const send: World<Raft>['send'] = (to, message) => world.send(to, Object.assign(message, { candidateId: to }));
    reference.onElectionTimeout(state, altered(world, { send }));
  },
};
