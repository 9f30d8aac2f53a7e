/** C29: takes the first operation that fits, and keeps to it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { inRealTime, step } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    let value: string | number | null = null;
    let left = history.filter(({ completion }) => completion.kind === 'ok');
    while (left.length > 0) {
      const next = left.find((operation) => {
        return left.every((other) => !inRealTime(other, operation)) && step(value, operation) !== undefined;
      });
      if (!next) return false;
      value = step(value, next) ?? null;
      left = left.filter((other) => other !== next);
    }
    return true;
  },
};
