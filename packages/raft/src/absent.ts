/** Stands where a stage is not there yet: small, real, and right, so that election runs alone on Saturday morning. */
import type { KeyValue, Replication } from './stages.ts';

/** A leader that only lets itself be heard: heartbeats without entries, to followers whose logs stay as they are. */
export const heartbeatsOnly: Replication = {
  onElected(state) {
    if (state.role.kind !== 'leader') return;
    for (const peer of state.peers) {
      state.role.nextIndex[peer] = 1;
      state.role.matchIndex[peer] = 0;
    }
  },

  onCommand: () => null,

  sendEntries(state, peer, world) {
    world.send(peer, {
      kind: 'AppendEntries',
      term: state.currentTerm,
      leaderId: state.me,
      prevLogIndex: 0,
      prevLogTerm: 0,
      entries: [],
      leaderCommit: 0,
    });
  },

  onAppendEntries(state, from, message, world) {
    // §5.1: the reply tells a leader of an older term that its time is over.
    const success = message.term >= state.currentTerm;
    world.send(from, { kind: 'AppendEntriesReply', term: state.currentTerm, success, matchIndex: 0 });
  },

  onAppendEntriesReply() {},
};

/** Nobody asks anything. A new leader does not even append a no-op, so a log is what a test makes it. */
export const noClients: KeyValue = {
  onRequest() {},
  onElected() {},
  onDeposed() {},
  apply() {},
  onConfirmLeader() {},
  onConfirmLeaderReply() {},
  onConfirmTimeout() {},
};
