/** Keeps the value and not the flags. */
import type { KeyValue } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write) => (write.kind === 'put' ? { ...write, flags: 0 } : write));
