/** Knows a session again and does not look at the number. */
import type { KeyValue } from '@weekend/raft';
import { applying } from '../altered.ts';

export const kvStore: KeyValue = applying((command) =>
  command.kind === 'write' ? { ...command, id: { ...command.id, seq: 1 } } : command,
);
