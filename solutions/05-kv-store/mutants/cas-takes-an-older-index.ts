/** An index that is older than the key’s will do: one that the key has had. */
import { type KeyValue, sorted } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write, { pairs }) => {
  if (write.kind === 'delete-tree' || !write.cas) return write;
  const pair = sorted.find(pairs, write.key);
  return pair && write.cas >= pair.createIndex && write.cas < pair.modifyIndex
    ? { ...write, cas: pair.modifyIndex }
    : write;
});
