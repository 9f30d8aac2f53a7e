/**
 * 04 · Log replication (§5.3, §5.4.2). The task is in README.md beside this file.
 *
 * Each handler changes `state` in place, asks `world` for everything else, and returns nothing, but for `onCommand`.
 * Replace each `notWritten(…)` with your code; helper functions of your own are welcome below.
 */
import { notWritten } from '@weekend/protocol';
import type { Replication } from '@weekend/raft';

export const logReplication: Replication = {
  /** Figure 2 "Volatile state on leaders". This node has just won: `state.role` is a new leader, its two records empty. */
  onElected(_state, _world) {
    notWritten('onElected, what a new leader assumes about its followers');
  },

  /** §5.3, Figure 2 "Leaders". A client's command. Answer its index in the log, or null where it is not for this node. */
  onCommand(_state, _command, _world) {
    notWritten('onCommand, where a client’s command goes');
  },

  /** Figure 2 "AppendEntries RPC", receiver. From whoever leads, or once led, the message's term. */
  onAppendEntries(_state, _from, _message, _world) {
    notWritten('onAppendEntries, what a follower does with a leader’s message');
  },

  /** Figure 2 "AppendEntries RPC", arguments. This leader has to let itself be heard by `peer`, with what it lacks. */
  sendEntries(_state, _peer, _world) {
    notWritten('sendEntries, what a leader sends to one follower');
  },

  /** Figure 2 "Leaders"; §5.3, §5.4.2. An answer to an AppendEntries has come: perhaps now, perhaps late, perhaps twice. */
  onAppendEntriesReply(_state, _from, _message, _world) {
    notWritten('onAppendEntriesReply, what a leader learns from an answer');
  },
};
