/** C23: takes one order for everybody for linearizable, whatever the time. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  strongestModel(history) {
    const model = reference.strongestModel(history);
    return model === 'sequential' ? 'linearizable' : model;
  },
};
