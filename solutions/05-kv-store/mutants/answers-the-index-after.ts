/** Answers with the index that comes next. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'written' ? { ...answer, index: answer.index + 1 } : answer,
);
