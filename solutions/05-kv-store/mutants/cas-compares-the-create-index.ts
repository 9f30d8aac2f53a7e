/** Compares with the CreateIndex. */
import { type KeyValue, sorted } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write, { pairs }) => {
  if (write.kind === 'delete-tree' || write.cas === undefined) return write;
  const before = sorted.find(pairs, write.key);
  return before ? { ...write, cas: write.cas === before.createIndex ? before.modifyIndex : -1 } : write;
});
