/** Says "not-leader" of a write that is in its log, and that the next leader may commit. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'unknown' ? { kind: 'not-leader', leader: null } : answer,
);
