/** Says "expired" to a request that it has done already. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply: (state, entry, index, world) =>
    answering((answer) => (answer.kind === 'written' && answer.index < index ? { kind: 'expired' } : answer)).apply(
      state,
      entry,
      index,
      world,
    ),
};
