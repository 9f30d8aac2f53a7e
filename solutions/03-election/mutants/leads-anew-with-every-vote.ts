/** E33: each vote beyond the majority makes it a leader again (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    const leads = state.role.kind === 'leader';
    reference.onRequestVoteReply(state, from, message, world);
    if (leads && message.voteGranted && message.term === state.currentTerm)
      state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
  },
};
