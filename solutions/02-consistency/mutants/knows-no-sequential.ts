/** What is not linearizable is causal at most. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  strongestModel(history) {
    const model = reference.strongestModel(history);
    return model === 'sequential' ? 'causal' : model;
  },
};
