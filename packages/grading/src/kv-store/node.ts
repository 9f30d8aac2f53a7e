/** A node whose key-value stage is the student's, and whose election and replication are plain and right. */
import type { Protocol } from '@weekend/protocol';
import { type KeyValue, type Raft, raftNode } from '@weekend/raft';
import { plainElection } from '../raft/plain-election.ts';
import { plainReplication } from '../raft/plain-replication.ts';

/** Who stands beside the student's stage. A lineup could put his own here. */
const others = { election: plainElection, replication: plainReplication };

export const storeNode = (keyValue: KeyValue): Protocol<Raft> => raftNode({ ...others, keyValue });

export type Handler = keyof KeyValue & string;
