/** Never changes a list or a role in place: every handler ends with new objects, as one writes it in functional style. */
import type { Election, Role, State } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  onNewerTerm: (state, term, world) => renewed(state, () => reference.onNewerTerm(state, term, world)),
  onElectionTimeout: (state, world) => renewed(state, () => reference.onElectionTimeout(state, world)),
  onRequestVote: (state, from, message, world) =>
    renewed(state, () => reference.onRequestVote(state, from, message, world)),
  onRequestVoteReply: (state, from, message, world) =>
    renewed(state, () => reference.onRequestVoteReply(state, from, message, world)),
  onLeaderHeard: (state, leader, term, world) =>
    renewed(state, () => reference.onLeaderHeard(state, leader, term, world)),
};

function renewed(state: State, handle: () => void): undefined {
  handle();
  Object.assign(state, { peers: [...state.peers], log: [...state.log], role: renewedRole(state.role) });
}

function renewedRole(role: Role): Role {
  switch (role.kind) {
    case 'follower':
      return { ...role };
    case 'candidate':
      return { ...role, votes: [...role.votes] };
    case 'leader':
      // A new Leader would mean a new election.
      return role;
    default:
      return role satisfies never;
  }
}
