/** C23: keeps only each process’s own order: that is sequential consistency. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder, inProcessOrder } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable: (history) => hasOrder(history, (a, b) => a.completion.kind === 'ok' && inProcessOrder(a, b)),
};
