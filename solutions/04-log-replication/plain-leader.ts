/** For the variants and mutants beside the reference: its stage without anything clever, each message as Figure 2 has it. */
import { entriesAfter, type Index, lastIndex, type Replication, type Term, termAt } from '@weekend/raft';
import { heldBy, majority } from './altered.ts';
import { logReplication as reference } from './log-replication.ts';

/** Not pipelined: sends all that is not acknowledged, goes back by one, and does not look at hints. */
export const plainLeader: Replication = {
  ...reference,

  sendEntries(state, peer, world) {
    if (state.role.kind !== 'leader') return;
    const prevLogIndex = (state.role.nextIndex[peer] as Index) - 1;
    world.send(peer, {
      kind: 'AppendEntries',
      term: state.currentTerm,
      leaderId: state.me,
      prevLogIndex,
      prevLogTerm: termAt(state.log, prevLogIndex) as Term,
      entries: entriesAfter(state.log, prevLogIndex),
      leaderCommit: state.commitIndex,
    });
  },

  onAppendEntriesReply(state, from, message) {
    if (state.role.kind !== 'leader' || message.term !== state.currentTerm) return;
    const { nextIndex, matchIndex } = state.role;
    if (message.success) {
      matchIndex[from] = Math.max(matchIndex[from] as Index, message.matchIndex);
      nextIndex[from] = Math.min(lastIndex(state.log), matchIndex[from]) + 1;
      state.commitIndex = Math.max(state.commitIndex, heldBy(state, state.role, majority(state)));
    } else nextIndex[from] = Math.max((matchIndex[from] as Index) + 1, (nextIndex[from] as Index) - 1);
  },
};
