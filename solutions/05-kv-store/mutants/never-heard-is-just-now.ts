/** A node that has heard of no leader says that it was 0 ms ago. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read' ? { ...answer, lastContact: answer.lastContact ?? 0 } : answer,
);
