/** A node that does not lead sends clients to itself. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { me }) =>
  answer.kind === 'not-leader' ? { kind: 'not-leader', leader: me } : answer,
);
