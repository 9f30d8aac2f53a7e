/** A compare-and-set sets without comparing. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder, inRealTime, step } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable: (history) =>
    hasOrder(history, inRealTime, (value, operation) =>
      operation.input.kind === 'cas' ? operation.input.to : step(value, operation),
    ),
};
