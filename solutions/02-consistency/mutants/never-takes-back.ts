/** C29: an operation that has led nowhere is still held to be placed. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { inRealTime, step } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    let left = history.filter(({ completion }) => completion.kind !== 'fail');
    const isDone = () => left.every(({ completion }) => completion.kind === 'info');
    const canGoOn = (value: string | number | null): boolean =>
      isDone() ||
      left.some((operation) => {
        const isFirst = left.every((other) => !inRealTime(other, operation));
        const after = isFirst ? step(value, operation) : undefined;
        if (after === undefined) return false;
        left = left.filter((other) => other !== operation);
        return canGoOn(after);
      });
    return canGoOn(null);
  },
};
