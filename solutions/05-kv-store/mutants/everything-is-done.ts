/** Says of a refused cas that it was done. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'written' ? { ...answer, done: true } : answer,
);
