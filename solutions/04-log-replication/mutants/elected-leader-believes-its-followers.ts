/** A new leader takes for granted that its followers hold what it holds (Figure 2, matchIndex). */
import { lastIndex, type Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onElected(state, world) {
    reference.onElected(state, world);
    if (state.role.kind !== 'leader') return;
    for (const peer of state.peers) state.role.matchIndex[peer] = lastIndex(state.log);
  },
};
