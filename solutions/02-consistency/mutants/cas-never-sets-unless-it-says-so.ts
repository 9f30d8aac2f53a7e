/** A compare-and-set with an unknown outcome has not set. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { isLinearizable } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable: (history) =>
    isLinearizable(history.filter(({ input, completion }) => input.kind !== 'cas' || completion.kind === 'ok')),
};
