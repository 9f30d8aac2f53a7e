/** A cas that is refused does not change the value, only the flags. */
import { type KeyValue, sorted } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite(({ pairs }, write) => {
  const pair = write.kind === 'put' ? sorted.find(pairs, write.key) : undefined;
  if (pair && write.kind === 'put') pair.flags = write.flags;
});
