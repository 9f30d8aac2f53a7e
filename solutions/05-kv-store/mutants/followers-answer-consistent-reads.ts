/** A follower answers a consistent read from what it has. */
import type { KeyValue } from '@weekend/raft';
import { reading } from '../altered.ts';

export const kvStore: KeyValue = reading((read, { role }) =>
  read.mode === 'consistent' && role.kind !== 'leader' ? { ...read, mode: 'stale' } : read,
);
