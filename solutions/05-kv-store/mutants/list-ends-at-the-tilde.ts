/** Takes ~ for the last of all characters, so that whatever is written otherwise than in ASCII is not found. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) =>
  answer.kind === 'read' && answer.pairs.length > 1
    ? { ...answer, pairs: answer.pairs.filter(({ key }) => !/[~-\uffff]/u.test(key)) }
    : answer,
);
