/**
 * 05 · The key-value store (§8). The task is in README.md beside this file.
 *
 * Each handler changes `state` in place, asks `world` for everything else, and returns nothing. What this stage
 * remembers is in `state.kv`. Replace each `notWritten(…)` with your code; helper functions of your own are welcome
 * below.
 */
import { notWritten } from '@weekend/protocol';
import type { KeyValue } from '@weekend/raft';

export const kvStore: KeyValue = {
  /** §8. A client asks this node for a read or a write, whatever this node is. `propose` appends a command, on a leader. */
  onRequest(_state, _from, _request, _world, _propose) {
    notWritten('onRequest, what a node does for a client');
  },

  /** §8. This node has just won an election. What does it need to know, and how does it come to know it? */
  onElected(_state, _world, _propose) {
    notWritten('onElected, what a new leader does for its clients');
  },

  /** This node has just ceased to lead. Who still waits for it? */
  onDeposed(_state, _world) {
    notWritten('onDeposed, what becomes of those who wait');
  },

  /** §5.3, §8. The entry at `index` is committed, and its turn has come: each entry once, in the order of the log. */
  apply(_state, _entry, _index, _world) {
    notWritten('apply, the state machine');
  },

  /** §8. A leader asks whether it still leads. */
  onConfirmLeader(_state, _from, _message, _world) {
    notWritten('onConfirmLeader, what a node answers to a leader that asks');
  },

  /** §8. An answer to a ConfirmLeader has come: perhaps now, perhaps late, perhaps twice. */
  onConfirmLeaderReply(_state, _from, _message, _world) {
    notWritten('onConfirmLeaderReply, when a leader knows that it led');
  },

  /** The timer `confirm` has fired, which only this stage sets. */
  onConfirmTimeout(_state, _world) {
    notWritten('onConfirmTimeout, how a leader asks whether it leads');
  },
};
