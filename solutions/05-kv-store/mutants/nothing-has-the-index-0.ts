/** Answers 0 for a key that is not there, so nobody sees that it was deleted. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read' && answer.pairs.length === 0 ? { ...answer, index: 0 } : answer,
);
