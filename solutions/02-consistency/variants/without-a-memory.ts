/** Tries orders one after the other and remembers none of them: slow, and right. */
import type { Consistency, Operation } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { inRealTime, step } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    const canGoOn = (value: string | number | null, left: readonly Operation[]): boolean =>
      left.every(({ completion }) => completion.kind === 'info') ||
      left.some((operation) => {
        const isFirst = left.every((other) => !inRealTime(other, operation));
        const after = isFirst ? step(value, operation) : undefined;
        if (after === undefined) return false;
        return canGoOn(
          after,
          left.filter((other) => other !== operation),
        );
      });
    return canGoOn(
      null,
      history.filter(({ completion }) => completion.kind !== 'fail'),
    );
  },
};
