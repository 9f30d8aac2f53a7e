/** A get answers the index of the last change anywhere, not its key’s. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { kv }) =>
  answer.kind === 'read' ? { ...answer, index: kv.machine.changedAt } : answer,
);
