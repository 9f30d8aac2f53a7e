/** C25: what timed out has taken effect before anything that was called later. */
import type { Consistency, Operation } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder, inRealTime } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    const mustPrecede = (a: Operation, b: Operation) =>
      inRealTime(a, b) || (a.completion.kind === 'info' && a.call + 1 < b.call);
    return hasOrder(history, mustPrecede);
  },
};
