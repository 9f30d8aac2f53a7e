/** Tells when its leader was heard, not how long ago that is. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { lastContact }) =>
  answer.kind === 'read' ? { ...answer, lastContact } : answer,
);
