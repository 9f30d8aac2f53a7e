/** A read that comes while others are being confirmed counts as confirmed with them. */
import type { KeyValue } from '@weekend/raft';
import { afterRequest } from '../altered.ts';

export const kvStore: KeyValue = afterRequest(({ kv }) => {
  for (const read of kv.reads) if (kv.confirmed < kv.round) read.round = Math.min(read.round, kv.round);
});
