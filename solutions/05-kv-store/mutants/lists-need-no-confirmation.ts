/** Takes a consistent list for a default one. */
import type { KeyValue } from '@weekend/raft';
import { reading } from '../altered.ts';

export const kvStore: KeyValue = reading((read) =>
  read.kind === 'list' && read.mode === 'consistent' ? { ...read, mode: 'default' } : read,
);
