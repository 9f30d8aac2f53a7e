/** The first read may find anything. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder, inRealTime, step } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    const values = history.flatMap(({ completion }) => (completion.kind === 'ok' ? [completion.output] : []));
    return [null, ...values].some((first) => {
      if (typeof first === 'boolean') return false;
      return hasOrder(history, inRealTime, (value, operation) => step(value === null ? first : value, operation));
    });
  },
};
