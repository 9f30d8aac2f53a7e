/** K24: chance decides which grave is kept. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    reference.apply(state, entry, index, world);
    const { graves } = state.kv.machine;
    if (graves.length > 1) state.kv.machine.graves = [world.choose(graves)];
  },
};
