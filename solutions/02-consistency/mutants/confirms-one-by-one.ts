/** A confirmation counts only for the write that it names: with those before it nobody is answered. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicated(state, from, replicated, world) {
    const isNext = replicated.number === state.pending[0]?.number;
    if (isNext) reference.onReplicated(state, from, replicated, world);
  },
};
