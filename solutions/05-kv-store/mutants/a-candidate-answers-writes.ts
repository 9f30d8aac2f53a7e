/** A node that stands for election takes writes, and says that they are done. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { role, lastApplied }) =>
  answer.kind === 'not-leader' && role.kind === 'candidate'
    ? { kind: 'written', done: true, index: lastApplied }
    : answer,
);
