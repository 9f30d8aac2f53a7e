/** Keeps the lower half of large flags. */
import type { KeyValue } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write) =>
  write.kind === 'put' ? { ...write, flags: write.flags | 0 } : write,
);
