/** Two answers of one follower count as two followers (§5.3). */
import type { Leader, Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

interface Counting extends Leader {
  yes?: Record<number, number>;
}

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    reference.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind !== 'leader' || !message.success || message.term !== state.currentTerm) return;
    const yes = ((state.role as Counting).yes ??= {});
    const count = (yes[message.matchIndex] = (yes[message.matchIndex] ?? 1) + 1);
    const ofThisTerm = state.log[message.matchIndex - 1]?.term === state.currentTerm;
    if (ofThisTerm && count > (state.peers.length + 1) / 2)
      state.commitIndex = Math.max(state.commitIndex, message.matchIndex);
  },
};
