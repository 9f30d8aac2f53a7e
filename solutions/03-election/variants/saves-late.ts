/** OK16: saves term and vote only in the turns that send something, all at once and last of all. */
import type { World } from '@weekend/protocol';
import type { Election, Raft, State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  onNewerTerm: (state, term, world) => reference.onNewerTerm(state, term, withoutSaves(world)),
  onElectionTimeout: (state, world) => savingLast(state, world, (lazy) => reference.onElectionTimeout(state, lazy)),
  onRequestVote: (state, from, message, world) =>
    savingLast(state, world, (lazy) => reference.onRequestVote(state, from, message, lazy)),
  onRequestVoteReply: (state, from, message, world) => reference.onRequestVoteReply(state, from, message, world),
  onLeaderHeard: (state, leader, term, world) =>
    savingLast(state, world, (lazy) => reference.onLeaderHeard(state, leader, term, lazy)),
};

function savingLast(state: State, world: World<Raft>, handle: (lazy: World<Raft>) => void): undefined {
  handle(withoutSaves(world));
  world.save({ votedFor: state.votedFor, currentTerm: state.currentTerm });
}

const withoutSaves = (world: World<Raft>): World<Raft> => altered(world, { save() {} });
