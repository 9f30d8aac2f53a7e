/** Takes cas=0 for "no cas", since 0 is falsy. */
import type { KeyValue } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write) => {
  if (write.kind === 'delete-tree' || write.cas !== 0) return write;
  const { cas: _zero, ...without } = write;
  return without;
});
