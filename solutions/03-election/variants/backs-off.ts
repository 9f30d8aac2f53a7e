/** OK19: its own timeouts, and a candidate that loses waits up to twice as long each time. */
import type { World } from '@weekend/protocol';
import type { Election, Raft, State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

interface Patient extends State {
  /** Elections in a row that came to nothing. */
  failed?: number;
}

const shortest = 220;
const longest = 480;

export const election: Election = {
  onNewerTerm: (state, term, world) => reference.onNewerTerm(state, term, patient(state, world)),

  onElectionTimeout(state: Patient, world) {
    state.failed = state.role.kind === 'candidate' ? (state.failed ?? 0) + 1 : 0;
    reference.onElectionTimeout(state, patient(state, world));
  },

  onRequestVote: (state, from, message, world) => reference.onRequestVote(state, from, message, patient(state, world)),
  onRequestVoteReply: (state, from, message, world) => reference.onRequestVoteReply(state, from, message, world),

  onLeaderHeard(state: Patient, leader, term, world) {
    if (term >= state.currentTerm) state.failed = 0;
    reference.onLeaderHeard(state, leader, term, patient(state, world));
  },
};

/** The same world, in which every timer runs as long as this node's patience says. */
function patient({ failed = 0 }: Patient, world: World<Raft>): World<Raft> {
  const factor = Math.min(2 ** failed, 8);
  return altered(world, { setTimer: (timer) => world.setTimer(timer, shortest, longest * factor) });
}
