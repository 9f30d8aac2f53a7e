/** Turns its candidate object into a leader, which raftNode cannot see (§5.2: heartbeats upon election). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    const { role } = state;
    reference.onRequestVoteReply(state, from, message, world);
    if (state.role.kind === 'leader') state.role = Object.assign(role, state.role);
  },
};
