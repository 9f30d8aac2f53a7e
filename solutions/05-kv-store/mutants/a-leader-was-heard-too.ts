/** A leader says when it last heard another. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { role }) =>
  answer.kind === 'read' && role.kind === 'leader' ? { ...answer, lastContact: null } : answer,
);
