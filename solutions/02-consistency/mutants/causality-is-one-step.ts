/** Causal order that is not followed through: a cause of a cause does not count. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder, inProcessOrder, isReadBy } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  strongestModel(history) {
    const model = reference.strongestModel(history);
    if (model !== 'eventual') return model;
    const processes = new Set(history.map(({ process }) => process));
    const isCausal = [...processes].every((process) =>
      hasOrder(
        history.filter((each) => each.process === process || each.input.kind !== 'read'),
        (a, b) => inProcessOrder(a, b) || isReadBy(a, b),
      ),
    );
    return isCausal ? 'causal' : model;
  },
};
