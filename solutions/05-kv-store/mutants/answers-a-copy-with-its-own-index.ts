/** A copy is answered with the index at which it stands, not with that of the first. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply: (state, entry, index, world) =>
    answering((answer) => (answer.kind === 'written' ? { ...answer, index } : answer)).apply(
      state,
      entry,
      index,
      world,
    ),
};
