/** K13: answers a consistent read because it believes to lead. */
import type { KeyValue } from '@weekend/raft';
import { reading } from '../altered.ts';

export const kvStore: KeyValue = reading((read, { role }) =>
  read.mode === 'consistent' && role.kind === 'leader' ? { ...read, mode: 'stale' } : read,
);
