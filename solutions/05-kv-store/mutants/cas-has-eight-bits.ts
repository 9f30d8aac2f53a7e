/** Keeps the index that a cas asks for in a byte, which is enough for the first 255 writes. */
import type { KeyValue } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write) =>
  write.kind === 'delete-tree' || write.cas === undefined ? write : { ...write, cas: write.cas % 256 },
);
