/** Takes two places in the search for one if as many operations are placed and the register holds the same. */
import type { Consistency, Operation } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { inRealTime, step } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    const seen = new Set<string>();
    const canGoOn = (value: string | number | null, left: readonly Operation[]): boolean => {
      if (left.every(({ completion }) => completion.kind === 'info')) return true;
      const place = `${value} ${left.length}`;
      if (seen.has(place)) return false;
      seen.add(place);
      return left.some((operation) => {
        const isFirst = left.every((other) => !inRealTime(other, operation));
        const after = isFirst ? step(value, operation) : undefined;
        return (
          after !== undefined &&
          canGoOn(
            after,
            left.filter((other) => other !== operation),
          )
        );
      });
    };
    return canGoOn(
      null,
      history.filter(({ completion }) => completion.kind !== 'fail'),
    );
  },
};
