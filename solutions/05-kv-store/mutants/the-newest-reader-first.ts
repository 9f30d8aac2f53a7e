/** Serves those first who came last: the first waits for as long as others come. */
import type { KeyValue } from '@weekend/raft';
import { afterRequest } from '../altered.ts';

export const kvStore: KeyValue = afterRequest(({ kv }, { ask }) => {
  const last = ask.kind === 'get' || ask.kind === 'list' ? kv.reads.pop() : undefined;
  if (last) kv.reads.unshift(last);
});
