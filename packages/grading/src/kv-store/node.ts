/** A node whose key-value stage is the student's, and whose election and replication are plain and right. */
import type { Protocol } from '@weekend/protocol';
import { type KeyValue, type Raft, raftNode } from '@weekend/raft';
import type { Neighbours } from '../raft/neighbours.ts';
import { plainElection } from '../raft/plain-election.ts';
import { plainReplication } from '../raft/plain-replication.ts';
import { wellFormed } from '../raft/well-formed.ts';

/** Who stands beside the student's stage in a scene. Only in random runs a lineup may put others there. */
const others = { election: plainElection, replication: plainReplication };

export const storeNode = (keyValue: KeyValue, beside: Neighbours = {}): Protocol<Raft> =>
  wellFormed(raftNode({ ...others, ...beside, keyValue }));

export type Handler = keyof KeyValue & string;
