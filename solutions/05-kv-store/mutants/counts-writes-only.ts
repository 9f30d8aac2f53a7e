/** Numbers the writes, and leaves out what leaders write for themselves. ModifyIndex is the index of the log. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const own = state.log.slice(0, index).filter(({ command }) => command.kind === 'no-op').length;
    reference.apply(state, entry, index - own, world);
  },
};
