/** Repeats its question every 10 ms until a majority has answered. */
import type { KeyValue } from '@weekend/raft';
import { altered } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmTimeout(state, world) {
    const setTimer: typeof world.setTimer = (timer, min) => world.setTimer(timer, Math.min(min, 10));
    reference.onConfirmTimeout(state, altered(world, { setTimer }));
  },
};
