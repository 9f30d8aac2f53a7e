/** Never stops the election timer: a leader lets it fire and does nothing but set it again. */
import type { World } from '@weekend/protocol';
import { type Election, electionTimeout, type Raft } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    if (state.role.kind === 'leader') world.setTimer('election', electionTimeout.min, electionTimeout.max);
    else reference.onElectionTimeout(state, timerRunning(world));
  },

  onRequestVoteReply: (state, from, message, world) =>
    reference.onRequestVoteReply(state, from, message, timerRunning(world)),
};

const timerRunning = (world: World<Raft>): World<Raft> => altered(world, { clearTimer() {} });
