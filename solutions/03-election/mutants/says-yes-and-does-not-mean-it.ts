/** Answers yes to everybody of its term, and notes only the first (§5.2). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    reference.onRequestVote(state, from, message, altered(world, { send() {} }));
    const voteGranted = message.term === state.currentTerm;
    world.send(from, { kind: 'RequestVoteReply', term: state.currentTerm, voteGranted });
  },
};
