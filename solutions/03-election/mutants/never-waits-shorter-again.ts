/** Waits twice as long each time that it stands, and does not forget it when there is a leader (§5.2). */
import type { World } from '@weekend/protocol';
import { type Election, electionTimeout, type Raft, type State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

type Mine = State & { elections?: number };

const slower = (world: World<Raft>, { elections = 0 }: Mine): World<Raft> => {
  const factor = 2 ** elections;
  return altered(world, {
    setTimer: (timer) => world.setTimer(timer, electionTimeout.min * factor, electionTimeout.max * factor),
  });
};

export const election: Election = {
  ...reference,

  onElectionTimeout(state: Mine, world) {
    reference.onElectionTimeout(state, slower(world, state));
    state.elections = (state.elections ?? 0) + 1;
  },

  onLeaderHeard: (state, leader, term, world) => reference.onLeaderHeard(state, leader, term, slower(world, state)),
};
