/** A node that does not lead drops what it is asked for. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer) => (answer.kind === 'not-leader' ? null : answer));
