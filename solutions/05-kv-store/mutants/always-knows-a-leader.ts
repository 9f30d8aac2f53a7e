/** Says that it knows a leader, whether it does or not. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read' ? { ...answer, knownLeader: true } : answer,
);
