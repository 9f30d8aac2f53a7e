/** Only the leader itself says that a leader is known. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { role }) =>
  answer.kind === 'read' ? { ...answer, knownLeader: role.kind === 'leader' } : answer,
);
