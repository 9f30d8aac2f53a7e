/** Gives its question a new number each time: what is answered later than it asks again never counts. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  onConfirmTimeout(state, world) {
    const { kv } = state;
    const { confirmed } = kv;
    kv.confirmed = kv.round;
    reference.onConfirmTimeout(state, world);
    if (kv.confirmed !== kv.round) kv.confirmed = confirmed;
  },
};
