/** A consistent read is answered by lease as well: old, as long as the lease lasts. */
import type { KeyValue } from '@weekend/raft';
import { reading } from '../altered.ts';

export const kvStore: KeyValue = reading((read) => (read.mode === 'consistent' ? { ...read, mode: 'default' } : read));
