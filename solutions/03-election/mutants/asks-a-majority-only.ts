/** Asks no more nodes than it needs; one of them down, and it cannot win (Figure 2: to all other servers). */
import type { World } from '@weekend/protocol';
import type { Election, Raft } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    const enough = state.peers.slice(0, Math.ceil(state.peers.length / 2));
    const send: World<Raft>['send'] = (to, message) => enough.includes(to) && world.send(to, message);
    reference.onElectionTimeout(state, altered(world, { send }));
  },
};
