/**
 * 03 · Leader election (§5.1, §5.2, §5.4.1). The task is in README.md beside this file.
 *
 * Each handler changes `state` in place, asks `world` for everything else, and returns nothing. Replace each
 * `notWritten(…)` with your code; helper functions of your own are welcome below.
 */
import { notWritten } from '@weekend/protocol';
import type { Election } from '@weekend/raft';

export const election: Election = {
  /** §5.1. A message with a newer term has come. What is this node from now on, and what must its disk know? */
  onNewerTerm(_state, _term, _world) {
    notWritten('onNewerTerm, what a node does when it learns of a newer term');
  },

  /** §5.2, Figure 2 "Candidates". The election timer has fired: this node has heard of no leader for too long. */
  onElectionTimeout(_state, _world) {
    notWritten('onElectionTimeout, how a node stands for election');
  },

  /** Figure 2 "RequestVote RPC", receiver; §5.4.1. A candidate asks for this node's vote. Answer it in any case. */
  onRequestVote(_state, _from, _message, _world) {
    notWritten('onRequestVote, who gets this node’s vote');
  },

  /** §5.2. An answer to a RequestVote has come: perhaps now, perhaps late, perhaps twice. */
  onRequestVoteReply(_state, _from, _message, _world) {
    notWritten('onRequestVoteReply, how a candidate wins');
  },

  /** §5.2. An AppendEntries has come from a node that leads, or once led, `term`. */
  onLeaderHeard(_state, _leader, _term, _world) {
    notWritten('onLeaderHeard, what a leader’s message means to this node');
  },
};
