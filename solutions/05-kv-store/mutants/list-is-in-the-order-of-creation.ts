/** Lists keys as they came. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read'
    ? { ...answer, pairs: [...answer.pairs].sort((a, b) => a.createIndex - b.createIndex) }
    : answer,
);
