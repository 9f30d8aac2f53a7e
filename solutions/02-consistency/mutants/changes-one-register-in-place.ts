/** C29: each step changes the one register that there is, and nobody changes it back. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder, inRealTime, step } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    let register: string | number | null = null;
    return hasOrder(history, inRealTime, (_value, operation) => {
      const after = step(register, operation);
      if (after !== undefined) register = after;
      return after;
    });
  },
};
