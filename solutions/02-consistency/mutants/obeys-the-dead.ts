/** A new primary still applies what the dead one had sent. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicate(state, from, replicate, world) {
    if (replicate.view === state.view.number) reference.onReplicate(state, from, replicate, world);
    else state.values[replicate.key] = replicate.value;
  },
};
