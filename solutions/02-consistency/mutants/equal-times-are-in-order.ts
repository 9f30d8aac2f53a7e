/** An operation that is called as another completes comes after it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable: (history) =>
    hasOrder(history, (a, b) => a !== b && a.completion.kind === 'ok' && a.completion.at <= b.call && a.call < b.call),
};
