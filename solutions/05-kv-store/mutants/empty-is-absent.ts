/** Takes a key with an empty value for one that is not there, when a cas asks for "only if absent". */
import { type KeyValue, sorted } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write, { pairs }) => {
  const isPut = write.kind === 'put' && write.cas === 0;
  const before = isPut ? sorted.find(pairs, write.key) : undefined;
  return isPut && before?.value === '' ? { ...write, cas: before.modifyIndex } : write;
});
