/** Whoever believes to lead answers default reads. */
import type { KeyValue } from '@weekend/raft';
import { reading } from '../altered.ts';

export const kvStore: KeyValue = reading((read, { role, log, currentTerm, commitIndex }) =>
  read.mode === 'default' && role.kind === 'leader' && log[commitIndex - 1]?.term === currentTerm
    ? { ...read, mode: 'stale' }
    : read,
);
