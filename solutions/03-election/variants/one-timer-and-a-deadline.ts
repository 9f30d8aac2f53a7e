/** Sets no timer when it hears a leader or votes: it writes down a deadline, and looks at it when the timer fires. */
import type { Millis, World } from '@weekend/protocol';
import { type Election, electionTimeout, type Raft, type State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

interface Waiting extends State {
  /** By this node's clock. */
  deadline?: Millis;
}

const spread = Array.from({ length: 32 }, (_, i) => i / 31);

export const election: Election = {
  onNewerTerm: (state: Waiting, term, world) => reference.onNewerTerm(state, term, postponing(state, world)),

  onElectionTimeout(state: Waiting, world) {
    if (state.deadline !== undefined && state.deadline > world.now)
      world.setTimer('election', state.deadline - world.now);
    else {
      reference.onElectionTimeout(state, postponing(state, world));
      if (state.role.kind !== 'leader') world.setTimer('election', (state.deadline ?? world.now) - world.now);
    }
  },

  onRequestVote: (state: Waiting, from, message, world) =>
    reference.onRequestVote(state, from, message, postponing(state, world)),
  onRequestVoteReply: (state, from, message, world) => reference.onRequestVoteReply(state, from, message, world),
  onLeaderHeard: (state: Waiting, leader, term, world) =>
    reference.onLeaderHeard(state, leader, term, postponing(state, world)),
};

/** The same world, in which setting the timer only moves the deadline, unless a deposed leader has no timer. */
function postponing(state: Waiting, world: World<Raft>): World<Raft> {
  const wasLeader = state.role.kind === 'leader';
  return altered(world, {
    setTimer(timer) {
      const { min, max } = electionTimeout;
      state.deadline = world.now + min + (max - min) * world.choose(spread);
      if (wasLeader) world.setTimer(timer, state.deadline - world.now);
    },
  });
}
