/** Gives the place of its last entry as if the first one were 0 (Figure 2, lastLogIndex). */
import type { World } from '@weekend/protocol';
import { type Election, lastIndex, type Raft } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    const lastLogIndex = Math.max(lastIndex(state.log) - 1, 0);
    const send: World<Raft>['send'] = (to, message) => world.send(to, Object.assign(message, { lastLogIndex }));
    reference.onElectionTimeout(state, altered(world, { send }));
  },
};
