/** Says Infinity where no leader was heard, which no message can carry. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read' ? { ...answer, lastContact: answer.lastContact ?? Number.POSITIVE_INFINITY } : answer,
);
