/** Takes the prefix of a delete-tree for a key. */
import type { KeyValue } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write) =>
  write.kind === 'delete-tree' ? { kind: 'delete', key: write.prefix } : write,
);
