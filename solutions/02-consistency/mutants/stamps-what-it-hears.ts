/** Gives what it hears its own time, so that old versions become new ones. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossip(state, from, { kind, entries }, world) {
    const stamped = Object.entries(entries).map(([key, version]) => [key, { ...version, time: world.now }]);
    reference.onGossip(state, from, { kind, entries: Object.fromEntries(stamped) }, world);
  },
};
