/**
 * 02 · Consistency. The task is in README.md beside this file.
 *
 * Each handler changes `state` in place, asks `world` for everything else, and returns nothing; the other functions
 * answer something and change nothing. Replace each `notWritten(…)` with your code; helper functions of your own are
 * welcome below.
 */
import type { Consistency } from '@weekend/consistency';
import { notWritten } from '@weekend/protocol';

export const consistency: Consistency = {
  // —— eventual: each replica answers at once, and now and then tells the others all that it knows ——

  /** Of two versions of one key the one that wins: the higher `time`; with equal times the `writer` decides. */
  newest(_a, _b) {
    notWritten('newest, which of two versions wins');
  },

  /** A client reads. Answer with a Reply, from this replica's own copy; null if there is nothing. */
  onEventualGet(_state, _client, _get, _world) {
    notWritten('onEventualGet, a read that nobody waits for');
  },

  /** A client writes. Its version is newer than the one that this replica holds, whatever the clock says. Answer at once. */
  onEventualPut(_state, _client, _put, _world) {
    notWritten('onEventualPut, a write that nobody waits for');
  },

  /** Every 100 ms. Tell the others what this replica knows. */
  onGossipTimer(_state, _world) {
    notWritten('onGossipTimer, what a replica tells the others');
  },

  /** A replica has told what it knows, or knew a while ago. */
  onGossip(_state, _from, _gossip, _world) {
    notWritten('onGossip, what a replica learns from the others');
  },

  // —— causal: who sees an effect sees its causes ——

  /** Did `a` happen before `b`, after it, are they equal, or do they know nothing of each other? */
  compareClocks(_a, _b) {
    notWritten('compareClocks, what happened before what');
  },

  /** What somebody knows who knows all that `a` and `b` know. A new clock: leave both as they are. */
  mergeClocks(_a, _b) {
    notWritten('mergeClocks, what two know together');
  },

  /** A client reads, who has seen everything up to `get.after`. If this replica has not, the client waits. */
  onCausalGet(_state, _client, _get, _world) {
    notWritten('onCausalGet, a read of a client that moves');
  },

  /** A client writes, who has seen everything up to `put.after`. Number the write, apply it, tell the others, answer. */
  onCausalPut(_state, _client, _put, _world) {
    notWritten('onCausalPut, a write that carries its causes');
  },

  /** Another replica's write has come: in its turn, too early, or once again. Who waits for it? */
  onUpdate(_state, _from, _update, _world) {
    notWritten('onUpdate, when a write may be applied');
  },

  // —— sequential: one replica numbers all writes ——

  /** A client reads. Answer at once, from this replica's own copy. */
  onSequentialGet(_state, _client, _get, _world) {
    notWritten('onSequentialGet, a read of the own copy');
  },

  /** A client writes. Have the sequencer number it; the client is answered when the write has been applied here. */
  onSequentialPut(_state, _client, _put, _world) {
    notWritten('onSequentialPut, a write that asks for its number');
  },

  /** At the sequencer: a replica asks for a number, perhaps once again. All replicas must hear of it, this one too. */
  onForward(_state, _from, _forward, _world) {
    notWritten('onForward, how the sequencer numbers a write');
  },

  /** A numbered write has come: the next one, one too early, or one once again. */
  onOrdered(_state, _from, _ordered, _world) {
    notWritten('onOrdered, when a numbered write is applied');
  },

  // —— linearizable: everything goes through the primary ——

  /** A client reads. Whoever is not the primary answers Refused. The primary shows only what its backup has, too. */
  onPrimaryGet(_state, _client, _get, _world) {
    notWritten('onPrimaryGet, a read at the primary');
  },

  /** A client writes. The primary sends it to its backup, and does not apply it yet. Without a backup it need not wait. */
  onPrimaryPut(_state, _client, _put, _world) {
    notWritten('onPrimaryPut, a write at the primary');
  },

  /** At the backup: a write has come from the primary of `replicate.view`. Apply in order, and say how far you are. */
  onReplicate(_state, _from, _replicate, _world) {
    notWritten('onReplicate, how a backup follows its primary');
  },

  /** At the primary: the backup has all writes up to `replicated.number`. Apply them, and answer their clients. */
  onReplicated(_state, _from, _replicated, _world) {
    notWritten('onReplicated, when a write counts');
  },

  /** The operator says who serves from now on: a replica has died. Does anybody still wait for it? */
  onView(_state, _view, _world) {
    notWritten('onView, how a replica takes over');
  },

  // —— judging histories ——

  /**
   * The strongest model that allows this history of one register: 'linearizable', 'sequential', 'causal', or else
   * 'eventual'. All operations are `ok`, all are reads and writes, no two writes write the same, and there are seven of them
   * at most.
   */
  strongestModel(_history) {
    notWritten('strongestModel, which model allows a history');
  },

  /**
   * Whether this history of one register is linearizable: now also with `cas`, with operations that failed, with outcomes that
   * nobody knows, and with equal writes.
   */
  isLinearizable(_history) {
    notWritten('isLinearizable, a checker of your own');
  },
};
