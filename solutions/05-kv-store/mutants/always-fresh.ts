/** K22: says that its leader was heard just now. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read' ? { ...answer, lastContact: 0 } : answer,
);
