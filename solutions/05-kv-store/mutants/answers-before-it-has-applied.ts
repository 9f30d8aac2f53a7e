/** K15: answers when it is confirmed, whatever is still to be applied (dissertation §6.4). */
import type { KeyValue } from '@weekend/raft';
import { afterRequest } from '../altered.ts';

export const kvStore: KeyValue = afterRequest(({ kv }) => {
  for (const read of kv.reads) read.readIndex = 0;
});
