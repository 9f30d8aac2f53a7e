/** K10: forgets those who wait, without a word. */
import type { KeyValue } from '@weekend/raft';
import { altered } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onDeposed: (state, world) => reference.onDeposed(state, altered(world, { send() {} })),
};
