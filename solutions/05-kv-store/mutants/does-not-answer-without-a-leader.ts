/** Refuses a stale read while it knows of no leader. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read' && !answer.knownLeader ? { kind: 'not-leader', leader: null } : answer,
);
