/** C24: replays the operations in the order of their completions. */
import type { Consistency, Operation } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    const endOf = ({ completion }: Operation) => (completion.kind === 'ok' ? completion.at : Number.POSITIVE_INFINITY);
    return hasOrder(history, (a, b) => endOf(a) < endOf(b));
  },
};
