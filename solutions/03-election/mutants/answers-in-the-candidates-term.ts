/** Answers with the term of the request, so an old candidate learns nothing (Figure 2, RequestVote results). */
import type { World } from '@weekend/protocol';
import type { Election, Raft } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, request, world) {
    const send: World<Raft>['send'] = (to, message) => world.send(to, Object.assign(message, { term: request.term }));
    reference.onRequestVote(state, from, request, altered(world, { send }));
  },
};
