/**
 * A leader under the eyes of somebody who knows Figure 2, among followers of ours. It says when the leader's timer fires and
 * which message arrives, and looks at every message that the leader sends: each has to be a true part of its log.
 */
import { type Address, copy, difference } from '@weekend/protocol';
import {
  type AppendEntries,
  type AppendEntriesReply,
  type Entry,
  type Index,
  lastIndex,
  type Term,
  termAt,
} from '@weekend/raft';
import { ofKind } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import { isLeader, type Node } from './cast.ts';
import { told } from './entries.ts';
import { answered, asking, valueIn, wronglyApplied } from './ledger.ts';
import type { Peer } from './peers.ts';
import { described } from './watched-follower.ts';

/** A message that is on its way to a peer. */
export interface Letter {
  to: Address;
  message: AppendEntries;
}

export type Concern = 'messages' | 'commit';

/** Who answers more than so often between two heartbeats answers each answer. */
const mostInARound = 5_000;

export class WatchedLeader {
  readonly node: Node;
  /** What it has sent and nobody has taken yet, the oldest first. */
  letters: Letter[] = [];
  readonly #peers: readonly Peer[];
  readonly #concern: Concern;
  readonly #term: Term;
  #log: readonly Entry[] = [];
  #commitIndex: Index;
  /** What each peer has acknowledged to this leader. */
  readonly #acknowledged = new Map<Address, Index>();

  /** `node` leads, and what it sent in its last turn is on its way. As a follower it had committed up to `commitIndex`. */
  constructor(node: Node, peers: readonly Peer[], concern: Concern, commitIndex: Index = 0) {
    this.node = node;
    this.#peers = peers;
    this.#concern = concern;
    this.#term = node.state.currentTerm;
    this.#commitIndex = commitIndex;
    this.#look();
  }

  /** A client asks it to write `value`. Answers where in its log that stands. */
  asks(value: string): Index {
    const { node } = this;
    const end = lastIndex(node.state.log);
    node.hears('c1', asking(value));
    this.#look();
    const index = answered(node.state);
    const entry = node.state.log[end];
    insist(
      index === end + 1 && entry?.term === this.#term && valueIn(entry.command) === value,
      `${node.me} leads term ${this.#term} with a log that ended at ${end}; a client asked for a write, onCommand has answered ${index} and the log is ${told(node.state.log)}; wanted the command at ${end + 1} with term ${this.#term}, and that index as the answer`,
    );
    return index;
  }

  /** Its heartbeat timer fires. */
  heartbeat(): void {
    const { node } = this;
    insist(node.fires('heartbeat'), `the heartbeat timer of ${node.me}, which leads, does not run; wanted it to`);
    this.#look();
  }

  /** A heartbeat, and then everything that is said arrives, until nobody says anything. Who is not in `within` hears nothing. */
  round(within: readonly Address[] = this.node.peers): void {
    this.heartbeat();
    this.talk(within);
  }

  rounds(count: number, within?: readonly Address[]): void {
    for (let i = 0; i < count; i++) this.round(within);
  }

  talk(within: readonly Address[] = this.node.peers): void {
    for (let said = 0; this.letters.length > 0; said++) {
      insist(
        said < mostInARound,
        `${this.node.me} has sent ${mostInARound} messages between two heartbeats; wanted it to wait for something new to say`,
      );
      const letter = this.letters.shift() as Letter;
      if (within.includes(letter.to)) this.reply(letter.to, this.peer(letter.to).answer(letter.message));
    }
  }

  /** An answer comes to it. */
  reply(from: Address, message: AppendEntriesReply): void {
    const counts = message.success && message.term === this.#term && isLeader(this.node.state);
    if (counts) this.#acknowledged.set(from, Math.max(this.#acknowledged.get(from) ?? 0, message.matchIndex));
    this.node.hears(from, message);
    this.#look();
  }

  peer(name: Address): Peer {
    const peer = this.#peers.find(({ me }) => me === name);
    if (!peer) throw new Error(`Cannot find the peer ${name}`);
    return peer;
  }

  /** Takes what is on its way to `peer` off the network. */
  taken(peer: Address): AppendEntries[] {
    const [theirs, others] = [
      this.letters.filter(({ to }) => to === peer),
      this.letters.filter(({ to }) => to !== peer),
    ];
    this.letters = others;
    return theirs.map(({ message }) => message);
  }

  /** Soon these peers hold the leader's whole log, and nothing else. `so` says when that is, for the letter. */
  bringsUpToDate(peers: readonly Address[], so = 'and nothing stands in its way'): void {
    const { me, state } = this.node;
    // One by one is early enough, both ways, and some messages may be wasted.
    const patience = 2 * lastIndex(state.log) + 10;
    const lagging = () => peers.find((peer) => difference(this.peer(peer).log, state.log, 'log') !== undefined);
    for (let round = 0; round < patience && lagging() !== undefined; round++) this.round(peers);
    const behind = lagging();
    insist(
      behind === undefined,
      `${me} leads term ${this.#term} with the log ${told(state.log)}, ${so}; ${patience} heartbeats later the log of ${behind} is ${told(behind === undefined ? [] : this.peer(behind).log)}; wanted it to be the leader’s`,
    );
  }

  /** Its followers have everything: what it sends from now on is heartbeats. */
  rests(): void {
    this.heartbeat();
    const waste = this.letters.find(({ message }) => message.entries.length > 0);
    insist(
      waste === undefined,
      `all followers of ${this.node.me} have acknowledged its whole log, and it has sent ${waste?.to} ${waste && described(waste.message)}; wanted a heartbeat without entries`,
    );
    this.talk();
  }

  #look(): void {
    const { me, state, sent } = this.node;
    if (!isLeader(state)) return;
    const kept = state.log.slice(0, this.#log.length);
    insist(
      difference(this.#log, kept, 'log') === undefined,
      `${me} leads term ${this.#term}, and its own log was ${told(this.#log)} and is ${told(state.log)}; wanted a leader only to append (Leader Append-Only)`,
    );
    this.#log = copy(state.log);
    for (const letter of ofKind('AppendEntries', sent)) {
      this.#isTrue(letter);
      this.letters.push(letter);
    }
    if (this.#concern === 'commit') this.#commitIsTrue();
    this.#commitIndex = state.commitIndex;
  }

  #isTrue({ to, message }: Letter): void {
    const { me, state, peers } = this.node;
    const { term, leaderId, prevLogIndex, prevLogTerm, entries, leaderCommit } = message;
    const what = `${me}, which leads term ${this.#term} with the log ${told(state.log)}, has sent ${to} ${described(message)}`;
    insist(peers.includes(to), `${what}; wanted AppendEntries to go to its peers`);
    insist(term === this.#term && leaderId === me, `${what}; wanted its own term and name in it`);
    insist(
      prevLogIndex >= 0 && prevLogTerm === termAt(state.log, prevLogIndex),
      `${what}; wanted prevLogIndex and prevLogTerm to be those of an entry of its log, or 0 and 0`,
    );
    insist(
      difference(entries, state.log.slice(prevLogIndex, prevLogIndex + entries.length), 'entries') === undefined,
      `${what}; wanted the entries that follow ${prevLogIndex} in its log, without a gap`,
    );
    insist(
      leaderCommit >= 0 && leaderCommit <= state.commitIndex,
      `${what}; its commitIndex is ${state.commitIndex}, wanted no more than that in it`,
    );
  }

  /** §5.3, §5.4.2: only what a majority holds, and only through an entry of its own term. */
  #commitIsTrue(): void {
    const { me, state, peers, disk } = this.node;
    const { commitIndex, log } = state;
    insist(
      commitIndex >= this.#commitIndex,
      `the commitIndex of ${me}, which leads, went back from ${this.#commitIndex} to ${commitIndex}; wanted it never to fall`,
    );
    const wrong = wronglyApplied(state);
    insist(wrong === undefined, `${wrong}`);
    if (commitIndex === this.#commitIndex) return;
    const itself =
      difference(disk.log?.slice(0, commitIndex), log.slice(0, commitIndex), 'log') === undefined ? [me] : [];
    const holders = [...itself, ...peers.filter((peer) => (this.#acknowledged.get(peer) ?? 0) >= commitIndex)];
    const what = `${me}, which leads term ${this.#term} of a cluster of ${peers.length + 1} with the log ${told(log)}, has set its commitIndex to ${commitIndex}`;
    insist(
      holders.length > (peers.length + 1) / 2,
      `${what}, and ${holders.join(', ') || 'nobody'} is known to hold that entry on disk; wanted a majority of the cluster`,
    );
    insist(
      termAt(log, commitIndex) === this.#term,
      `${what}, and that entry is of term ${termAt(log, commitIndex)}; wanted entries of older terms to be committed only together with one of its own`,
    );
  }
}
