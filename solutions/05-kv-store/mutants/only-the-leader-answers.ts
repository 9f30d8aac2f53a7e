/** Followers refuse stale reads as well. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { role }) =>
  answer.kind === 'read' && role.kind !== 'leader' ? { kind: 'not-leader', leader: null } : answer,
);
