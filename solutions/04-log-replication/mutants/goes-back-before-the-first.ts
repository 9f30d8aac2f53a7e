/** R28: there is no floor under nextIndex (§5.3). */
import { lastIndex, type Replication, termAt } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  sendEntries(state, to, world) {
    if (state.role.kind !== 'leader') return;
    const prevLogIndex = (state.role.nextIndex[to] ?? lastIndex(state.log) + 1) - 1;
    world.send(to, {
      kind: 'AppendEntries',
      term: state.currentTerm,
      leaderId: state.me,
      prevLogIndex,
      prevLogTerm: termAt(state.log, prevLogIndex) ?? 0,
      entries: state.log.slice(Math.max(0, prevLogIndex)),
      leaderCommit: state.commitIndex,
    });
  },

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind !== 'leader' || message.term !== state.currentTerm) return;
    if (message.success) reference.onAppendEntriesReply(state, from, message, world);
    if (message.success) state.role.nextIndex[from] = message.matchIndex + 1;
    else state.role.nextIndex[from] = (state.role.nextIndex[from] ?? 1) - 1;
  },
};
