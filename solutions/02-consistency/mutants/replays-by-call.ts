/** C24: replays the operations in the order of their calls. */
import type { Consistency, Operation } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    const certain = history.filter(({ completion }) => completion.kind === 'ok');
    const isBefore = (a: Operation, b: Operation) =>
      a.call < b.call || (a.call === b.call && certain.indexOf(a) < certain.indexOf(b));
    return hasOrder(certain, isBefore);
  },
};
