/** K01: every copy in the log is applied (§8). */
import type { KeyValue } from '@weekend/raft';
import { applying } from '../altered.ts';

export const kvStore: KeyValue = applying((command) =>
  command.kind === 'write' ? { ...command, id: { session: null, seq: 1 } } : command,
);
