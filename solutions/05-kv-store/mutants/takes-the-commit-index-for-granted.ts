/** A new leader reads at its commitIndex, which is what it knew as a follower (§8). */
import type { KeyValue } from '@weekend/raft';
import { afterRequest } from '../altered.ts';

export const kvStore: KeyValue = afterRequest(({ kv, commitIndex }) => {
  for (const read of kv.reads) read.readIndex = Math.min(read.readIndex, commitIndex);
});
