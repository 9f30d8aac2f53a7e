/** K06: one last number for all clients. */
import type { KeyValue } from '@weekend/raft';
import { applying } from '../altered.ts';

export const kvStore: KeyValue = applying((command) =>
  command.kind === 'write' && command.id.session !== null
    ? { ...command, id: { ...command.id, session: 'all' } }
    : command,
);
