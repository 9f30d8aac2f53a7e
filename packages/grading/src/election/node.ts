/** A node that elects and does nothing else: the student's stage over a log that stands still, without clients. */
import type { Address, Protocol } from '@weekend/protocol';
import { type Election, type Entry, heartbeatsOnly, noClients, type Raft, raftNode, type Term } from '@weekend/raft';
import { wellFormed } from '../raft/well-formed.ts';

export const electionNode = (election: Election): Protocol<Raft> =>
  wellFormed(raftNode({ election, replication: heartbeatsOnly, keyValue: noClients }));

/** A log by the terms of its entries. What they say is nobody's business here. */
export const logOf = (terms: readonly Term[]): Entry[] => terms.map((term) => ({ term, command: { kind: 'no-op' } }));

/** The others are optional. */
export const handlers = [
  'onNewerTerm',
  'onElectionTimeout',
  'onRequestVote',
  'onRequestVoteReply',
  'onLeaderHeard',
] as const satisfies readonly (keyof Election)[];

/** `n1`, `n2`, … */
export const names = (size: number): Address[] => Array.from({ length: size }, (_, i) => `n${i + 1}`);
