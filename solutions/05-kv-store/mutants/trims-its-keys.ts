/** Takes the spaces around a key away before it stores it. */
import type { KeyValue } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write) =>
  write.kind === 'put' ? { ...write, key: write.key.trim() } : write,
);
