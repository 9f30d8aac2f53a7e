/**
 * The shortest right replication, word for word by Figure 2: for the nodes beside the student's own. Its leader sends all
 * that is not acknowledged, each time, and goes back one by one; its follower says no more than yes or no.
 */
import {
  entriesAfter,
  type Leader,
  lastIndex,
  type Replication,
  replaceAfter,
  type State,
  termAt,
} from '@weekend/raft';

export const plainReplication: Replication = {
  onElected(state) {
    if (state.role.kind !== 'leader') return;
    for (const peer of state.peers) {
      state.role.nextIndex[peer] = lastIndex(state.log) + 1;
      state.role.matchIndex[peer] = 0;
    }
  },

  onCommand(state, command, world) {
    if (state.role.kind !== 'leader') return null;
    world.save({ log: replaceAfter(state.log, lastIndex(state.log), [{ term: state.currentTerm, command }]) });
    commitByCounting(state, state.role);
    return lastIndex(state.log);
  },

  sendEntries(state, peer, world) {
    if (state.role.kind !== 'leader') return;
    const prevLogIndex = (state.role.nextIndex[peer] ?? 1) - 1;
    world.send(peer, {
      kind: 'AppendEntries',
      term: state.currentTerm,
      leaderId: state.me,
      prevLogIndex,
      prevLogTerm: termAt(state.log, prevLogIndex) ?? 0,
      entries: entriesAfter(state.log, prevLogIndex),
      leaderCommit: state.commitIndex,
    });
  },

  onAppendEntries(state, from, { term, prevLogIndex, prevLogTerm, entries, leaderCommit }, world) {
    const success = term === state.currentTerm && termAt(state.log, prevLogIndex) === prevLogTerm;
    const matchIndex = success ? prevLogIndex + entries.length : 0;
    if (success) {
      const known = entries.findIndex((entry, i) => termAt(state.log, prevLogIndex + 1 + i) !== entry.term);
      if (known >= 0) world.save({ log: replaceAfter(state.log, prevLogIndex + known, entries.slice(known)) });
      state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, matchIndex));
    }
    world.send(from, { kind: 'AppendEntriesReply', term: state.currentTerm, success, matchIndex });
  },

  onAppendEntriesReply(state, from, { term, success, matchIndex }) {
    if (state.role.kind !== 'leader' || term !== state.currentTerm) return;
    const { role } = state;
    const known = role.matchIndex[from] ?? 0;
    if (success) {
      role.matchIndex[from] = Math.max(known, matchIndex);
      role.nextIndex[from] = Math.max(known, matchIndex) + 1;
      commitByCounting(state, role);
    } else role.nextIndex[from] = Math.max(known + 1, (role.nextIndex[from] ?? 1) - 1);
  },
};

function commitByCounting(state: State, { matchIndex }: Leader): void {
  const held = [lastIndex(state.log), ...Object.values(matchIndex)].sort((a, b) => b - a);
  const index = held[Math.floor(held.length / 2)] ?? 0;
  if (index > state.commitIndex && termAt(state.log, index) === state.currentTerm) state.commitIndex = index;
}
