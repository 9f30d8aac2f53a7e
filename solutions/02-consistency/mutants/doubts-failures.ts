/** C26: what failed may have happened. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { isLinearizable } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable: (history) =>
    isLinearizable(
      history.map((operation) =>
        operation.completion.kind === 'fail' ? { ...operation, completion: { kind: 'info' } } : operation,
      ),
    ),
};
