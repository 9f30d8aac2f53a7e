/** Never asks again: one lost message, and the read waits for ever. */
import type { KeyValue } from '@weekend/raft';
import { altered } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmTimeout(state, world) {
    reference.onConfirmTimeout(state, altered(world, { setTimer() {} }));
  },
};
