/**
 * The stages: who writes which part of Raft. Stages never call each other; they meet in the state, and `raftNode` calls
 * each for the events that it owns.
 */
import type { Address, World } from '@weekend/protocol';
import type { Command, Request } from './client.ts';
import type { Entry } from './log.ts';
import type {
  AppendEntries,
  AppendEntriesReply,
  ConfirmLeader,
  ConfirmLeaderReply,
  PreVote,
  PreVoteReply,
  RequestVote,
  RequestVoteReply,
} from './messages.ts';
import type { Index, Term } from './order.ts';
import type { Raft, State } from './state.ts';

export interface Stages {
  election: Election;
  replication: Replication;
  keyValue: KeyValue;
}

/** Who leads: §5.1, §5.2, §5.4.1. To win, a stage sets `state.role` to a new `Leader`; `raftNode` does the rest. */
export interface Election {
  /** A message came whose term is newer than ours. Called first; the message's own handler is called after it. */
  onNewerTerm(state: State, term: Term, world: World<Raft>): undefined;
  /** The timer `election` fired. */
  onElectionTimeout(state: State, world: World<Raft>): undefined;
  onRequestVote(state: State, from: Address, message: RequestVote, world: World<Raft>): undefined;
  onRequestVoteReply(state: State, from: Address, message: RequestVoteReply, world: World<Raft>): undefined;
  /** An AppendEntries of `term` came, new or old; its entries are not this stage's business. */
  onLeaderHeard(state: State, leader: Address, term: Term, world: World<Raft>): undefined;
  /** Optional (dissertation §9.6). Who leaves the two out ignores a PreVote. */
  onPreVote?(state: State, from: Address, message: PreVote, world: World<Raft>): undefined;
  onPreVoteReply?(state: State, from: Address, message: PreVoteReply, world: World<Raft>): undefined;
  /** Optional (§6): true to ignore a RequestVote wholly, its term too, because a leader was heard a moment ago. */
  disregards?(state: State, from: Address, message: RequestVote, world: World<Raft>): boolean;
}

/** What the log says: §5.3, §5.4.2. */
export interface Replication {
  /** This node has just won an election. */
  onElected(state: State, world: World<Raft>): undefined;
  /**
   * A client's command. On a leader it is appended to the log, and the answer is its index; others answer null.
   * `raftNode` sees to it that `sendEntries` is called soon.
   */
  onCommand(state: State, command: Command, world: World<Raft>): Index | null;
  /** It is time to send something to `peer`: what it lacks, or a heartbeat. Only ever called on a leader. */
  sendEntries(state: State, peer: Address, world: World<Raft>): undefined;
  onAppendEntries(state: State, from: Address, message: AppendEntries, world: World<Raft>): undefined;
  onAppendEntriesReply(state: State, from: Address, message: AppendEntriesReply, world: World<Raft>): undefined;
}

/** What clients see: §8. */
export interface KeyValue {
  /** A client asks this node, whatever its role. `propose` hands a command to the replication stage, see `onCommand`. */
  onRequest(state: State, from: Address, request: Request, world: World<Raft>, propose: Propose): undefined;
  /** This node has just won an election. */
  onElected(state: State, world: World<Raft>, propose: Propose): undefined;
  /** This node has just ceased to lead. */
  onDeposed(state: State, world: World<Raft>): undefined;
  /** The entry at `index` is committed and its turn has come: called for each entry once, in the order of the log. */
  apply(state: State, entry: Entry, index: Index, world: World<Raft>): undefined;
  onConfirmLeader(state: State, from: Address, message: ConfirmLeader, world: World<Raft>): undefined;
  onConfirmLeaderReply(state: State, from: Address, message: ConfirmLeaderReply, world: World<Raft>): undefined;
  /** The timer `confirm` fired, which only this stage sets. */
  onConfirmTimeout(state: State, world: World<Raft>): undefined;
}

export type Propose = (command: Command) => Index | null;
