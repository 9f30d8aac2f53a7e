/** Has no idea of causality. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  strongestModel(history) {
    const model = reference.strongestModel(history);
    return model === 'causal' ? 'eventual' : model;
  },
};
