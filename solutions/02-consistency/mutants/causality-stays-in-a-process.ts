/** Causal order without what was read: an answer may come before its question. */
import type { Consistency, History } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder, inProcessOrder, type MustPrecede } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  strongestModel: (history) => judged(history, inProcessOrder),
};

function judged(history: History, mustPrecede: MustPrecede) {
  const model = reference.strongestModel(history);
  if (model !== 'eventual') return model;
  const processes = new Set(history.map(({ process }) => process));
  const isCausal = [...processes].every((process) =>
    hasOrder(
      history.filter((each) => each.process === process || each.input.kind !== 'read'),
      mustPrecede,
    ),
  );
  return isCausal ? 'causal' : model;
}
