/** E28: every node draws its timeout once and keeps it (§5.2). */
import type { Millis, World } from '@weekend/protocol';
import type { Election, Raft, State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

interface Fixed extends State {
  timeout?: Millis;
}

const lengths = [150, 175, 200, 225, 250, 275, 300];

const keeping = (state: Fixed, world: World<Raft>) =>
  altered(world, {
    setTimer(timer) {
      state.timeout ??= world.choose(lengths);
      world.setTimer(timer, state.timeout);
    },
  });

export const election: Election = {
  onNewerTerm: (state, term, world) => reference.onNewerTerm(state, term, keeping(state, world)),
  onElectionTimeout: (state, world) => reference.onElectionTimeout(state, keeping(state, world)),
  onRequestVote: (state, from, message, world) => reference.onRequestVote(state, from, message, keeping(state, world)),
  onRequestVoteReply: reference.onRequestVoteReply,
  onLeaderHeard: (state, leader, term, world) => reference.onLeaderHeard(state, leader, term, keeping(state, world)),
};
