/** A page of a hundred keys, and no way to ask for the next. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read' ? { ...answer, pairs: answer.pairs.slice(0, 100) } : answer,
);
