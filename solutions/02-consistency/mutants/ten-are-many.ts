/** Gives up on what anybody does in his head. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable: (history) => (history.length > 10 ? 'unknown' : reference.isLinearizable(history)),
};
