/** Tells a writer that it does not know, and then that nothing was done. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  onDeposed(state, world) {
    const { writes } = state.kv;
    reference.onDeposed(state, world);
    for (const { from, id } of writes)
      world.send(from, { kind: 'Reply', id, answer: { kind: 'not-leader', leader: null } });
  },
};
