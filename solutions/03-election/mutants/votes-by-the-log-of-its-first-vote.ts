/** Notes the end of its log when it is asked for the first time, and never looks again (§5.4.1). */
import { type Election, lastIndex, type State } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state: State & { seenUpTo?: number }, from, message, world) {
    state.seenUpTo ??= lastIndex(state.log);
    const { log } = state;
    state.log = log.slice(0, state.seenUpTo);
    reference.onRequestVote(state, from, message, world);
    state.log = log;
  },
};
