/** Causal with the reads of others in the order, too: that is hardly less than one order for all. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { causalOrder, hasOrder } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  strongestModel(history) {
    const model = reference.strongestModel(history);
    if (model !== 'causal') return model;
    return hasOrder(history, causalOrder(history)) ? 'causal' : 'eventual';
  },
};
