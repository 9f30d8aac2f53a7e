/** OK24: does not say who leads. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'not-leader' ? { kind: 'not-leader', leader: null } : answer,
);
