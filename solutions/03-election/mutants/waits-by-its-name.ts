/** E28: the timeout follows from the name: nothing is left to chance (§5.2). */
import type { World } from '@weekend/protocol';
import type { Election, Raft, State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

const byName = (state: State, world: World<Raft>) =>
  altered(world, {
    setTimer: (timer) => world.setTimer(timer, 150 + ((20 * state.me.length + state.me.charCodeAt(0)) % 150)),
  });

export const election: Election = {
  onNewerTerm: (state, term, world) => reference.onNewerTerm(state, term, byName(state, world)),
  onElectionTimeout: (state, world) => reference.onElectionTimeout(state, byName(state, world)),
  onRequestVote: (state, from, message, world) => reference.onRequestVote(state, from, message, byName(state, world)),
  onRequestVoteReply: reference.onRequestVoteReply,
  onLeaderHeard: (state, leader, term, world) => reference.onLeaderHeard(state, leader, term, byName(state, world)),
};
