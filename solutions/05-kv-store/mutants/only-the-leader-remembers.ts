/** K02: only who leads takes note of what was done. */
import type { KeyValue } from '@weekend/raft';
import { applying } from '../altered.ts';

export const kvStore: KeyValue = applying((command, { role }) =>
  command.kind === 'write' && role.kind !== 'leader' ? { ...command, id: { session: null, seq: 1 } } : command,
);
