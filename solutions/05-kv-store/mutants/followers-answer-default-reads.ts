/** A follower answers default reads from what it has. */
import type { KeyValue } from '@weekend/raft';
import { reading } from '../altered.ts';

export const kvStore: KeyValue = reading((read, { role }) =>
  read.mode === 'default' && role.kind === 'follower' ? { ...read, mode: 'stale' } : read,
);
