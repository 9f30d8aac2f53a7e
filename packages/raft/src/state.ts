/** What a node knows: the state of Figure 2. `nextIndex` lives inside the leader's part, so a follower cannot have one. */
import type { Address, Millis } from '@weekend/protocol';
import { emptyKv, type KvState } from './kv-state.ts';
import type { Log } from './log.ts';
import type { Message } from './messages.ts';
import type { Index, Term } from './order.ts';

/** Everything that a Raft node is made of, for `Protocol` and `World`. */
export interface Raft {
  State: State;
  Message: Message;
  Timer: 'election' | 'heartbeat' | 'confirm';
  Durable: Durable;
}

/** Persistent state: saved before a message that depends on it is sent (§5.1, §5.4). */
export interface Durable {
  currentTerm: Term;
  votedFor: Address | null;
  log: Log;
}

export interface State extends Durable {
  readonly me: Address;
  /** The other nodes; `me` is not among them. A cluster of one has none. */
  readonly peers: readonly Address[];
  role: Role;
  /** The highest entry known to be committed. */
  commitIndex: Index;
  /** The highest entry that has been applied: `raftNode` sees to it (Rules for Servers). */
  lastApplied: Index;
  /** When an AppendEntries of the then current term last came, by this node’s clock; null if none has. */
  lastContact: Millis | null;
  /** What the key-value stage keeps here. Lost in a crash and rebuilt from the log. */
  kv: KvState;
}

export type Role = Follower | Candidate | Leader;

export interface Follower {
  kind: 'follower';
  /** Who leads the current term, as far as this node has heard. */
  leader: Address | null;
  /** Who has answered this node's PreVote with yes, while it asks (§9.6). */
  preVotes?: Address[];
}

export interface Candidate {
  kind: 'candidate';
  /** Who has granted a vote in this term. */
  votes: Address[];
}

export interface Leader {
  kind: 'leader';
  /** For each peer, the next entry to send to it. Empty until `Replication.onElected` has filled it. */
  nextIndex: Record<Address, Index>;
  /** For each peer, the highest entry known to be replicated on it. */
  matchIndex: Record<Address, Index>;
}

/** A node as it boots: a follower that has heard of nobody, with what it had saved (§5.2). */
export function bootedState(me: Address, peers: readonly Address[], saved: Partial<Durable>): State {
  return {
    me,
    peers,
    currentTerm: saved.currentTerm ?? 0,
    votedFor: saved.votedFor ?? null,
    log: saved.log ?? [],
    role: { kind: 'follower', leader: null },
    commitIndex: 0,
    lastApplied: 0,
    lastContact: null,
    kv: emptyKv(),
  };
}
