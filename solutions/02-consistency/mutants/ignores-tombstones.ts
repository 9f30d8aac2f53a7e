/** Does not take a tombstone over a value. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossip(state, from, { kind, entries }, world) {
    const alive = Object.entries(entries).filter(([, { value }]) => value !== null);
    reference.onGossip(state, from, { kind, entries: Object.fromEntries(alive) }, world);
  },
};
