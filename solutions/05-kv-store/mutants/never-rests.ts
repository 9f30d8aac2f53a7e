/** Sets the timer anew with no delay, and so does nothing else any more. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmTimeout(state, world) {
    reference.onConfirmTimeout(state, world);
    world.setTimer('confirm', 0);
  },
};
