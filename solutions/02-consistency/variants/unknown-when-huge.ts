/** OK42: says unknown of huge histories. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { isLinearizable } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable: (history) => (history.length > 1000 ? 'unknown' : isLinearizable(history)),
};
