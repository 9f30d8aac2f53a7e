/** OK26: default reads are consistent reads. */
import type { KeyValue } from '@weekend/raft';
import { reading } from '../altered.ts';

export const kvStore: KeyValue = reading((read) => (read.mode === 'default' ? { ...read, mode: 'consistent' } : read));
