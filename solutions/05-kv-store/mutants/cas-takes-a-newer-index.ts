/** An index that is newer than the key’s will do. */
import { type KeyValue, sorted } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write, { pairs }) => {
  if (write.kind === 'delete-tree' || !write.cas) return write;
  const modified = sorted.find(pairs, write.key)?.modifyIndex ?? 0;
  return { ...write, cas: Math.min(write.cas, modified) };
});
