/** Remembers those who gave no session, all under one name. */
import type { KeyValue } from '@weekend/raft';
import { applying } from '../altered.ts';

export const kvStore: KeyValue = applying((command) =>
  command.kind === 'write' ? { ...command, id: { ...command.id, session: command.id.session ?? 'nobody' } } : command,
);
