/** Says that what it has appended was done, when it leads no more. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { lastApplied }) =>
  answer.kind === 'unknown' ? { kind: 'written', done: true, index: lastApplied } : answer,
);
