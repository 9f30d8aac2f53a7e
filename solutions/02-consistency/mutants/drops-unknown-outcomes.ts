/** C25: leaves out what timed out. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { isLinearizable } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable: (history) => isLinearizable(history.filter(({ completion }) => completion.kind !== 'info')),
};
