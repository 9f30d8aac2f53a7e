/**
 * 03 · Leader election (§5.1, §5.2, §5.4.1).
 *
 * Each handler changes `state` in place, asks `world` for everything else, and returns nothing.
 */
import type { World } from '@weekend/protocol';
import {
  type Election,
  electionTimeout,
  lastIndex,
  lastTerm,
  type Raft,
  type RequestVote,
  type State,
} from '@weekend/raft';

export const election: Election = {
  /** §5.1. A message with a newer term has come. What is this node from now on, and what must its disk know? */
  onNewerTerm(state, term, world) {
    // stub: what a node does when it learns of a newer term
    const wasLeader = state.role.kind === 'leader';
    state.currentTerm = term;
    state.votedFor = null;
    state.role = { kind: 'follower', leader: null };
    world.save({ currentTerm: state.currentTerm, votedFor: state.votedFor });
    // A leader's timer was stopped. A follower's goes on: only a vote or a leader buys it more time.
    if (wasLeader) restartElectionTimer(world);
  },

  /** §5.2, Figure 2 "Candidates". The election timer has fired: this node has heard of no leader for too long. */
  onElectionTimeout(state, world) {
    // stub: how a node stands for election
    if (state.role.kind === 'leader') return;
    state.currentTerm += 1;
    state.votedFor = state.me;
    state.role = { kind: 'candidate', votes: [state.me] };
    world.save({ currentTerm: state.currentTerm, votedFor: state.votedFor });
    restartElectionTimer(world);
    for (const peer of state.peers)
      world.send(peer, {
        kind: 'RequestVote',
        term: state.currentTerm,
        candidateId: state.me,
        lastLogIndex: lastIndex(state.log),
        lastLogTerm: lastTerm(state.log),
      });
    leadIfElected(state, world);
  },

  /** Figure 2 "RequestVote RPC", receiver; §5.4.1. A candidate asks for this node's vote. Answer it in any case. */
  onRequestVote(state, from, message, world) {
    // stub: who gets this node’s vote
    const currentTerm = message.term === state.currentTerm;
    const free = state.votedFor === null || state.votedFor === from;
    const voteGranted = currentTerm && free && isUpToDate(message, state);
    if (voteGranted) {
      state.votedFor = from;
      world.save({ votedFor: state.votedFor });
      restartElectionTimer(world);
    }
    world.send(from, { kind: 'RequestVoteReply', term: state.currentTerm, voteGranted });
  },

  /** §5.2. An answer to a RequestVote has come: perhaps now, perhaps late, perhaps twice. */
  onRequestVoteReply(state, from, message, world) {
    // stub: how a candidate wins
    // §5.1: an answer to an older request says nothing about this term.
    if (state.role.kind !== 'candidate' || message.term !== state.currentTerm || !message.voteGranted) return;
    if (!state.role.votes.includes(from)) state.role.votes.push(from);
    leadIfElected(state, world);
  },

  /** §5.2. An AppendEntries has come from a node that leads, or once led, `term`. */
  onLeaderHeard(state, leader, term, world) {
    // stub: what a leader’s message means to this node
    if (term < state.currentTerm) return;
    state.role = { kind: 'follower', leader };
    restartElectionTimer(world);
  },
};

/** §5.4.1: the later last term wins; with equal last terms, the longer log. */
function isUpToDate(candidate: RequestVote, voter: State): boolean {
  const laterTerm = candidate.lastLogTerm > lastTerm(voter.log);
  const sameTerm = candidate.lastLogTerm === lastTerm(voter.log);
  return laterTerm || (sameTerm && candidate.lastLogIndex >= lastIndex(voter.log));
}

/** §5.2: votes of a majority of the whole cluster, one's own among them. */
function leadIfElected(state: State, world: World<Raft>): void {
  if (state.role.kind !== 'candidate') return;
  const clusterSize = state.peers.length + 1;
  if (state.role.votes.length <= clusterSize / 2) return;
  state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
  world.clearTimer('election');
}

/** §5.2: drawn anew each time, so that two who tied once do not tie for ever. */
function restartElectionTimer(world: World<Raft>): void {
  world.setTimer('election', electionTimeout.min, electionTimeout.max);
}
