/** Takes those who wait from the wrong end. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const [first] = state.kv.writes;
    const last = state.kv.writes.at(-1);
    if (first?.index === index && last && first !== last)
      [first.from, first.id, last.from, last.id] = [last.from, last.id, first.from, first.id];
    reference.apply(state, entry, index, world);
  },
};
