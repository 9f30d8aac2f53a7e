/** Decides first which of the unknown have happened, and tries every choice. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { isLinearizable } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  isLinearizable(history) {
    const unknown = history.filter(({ completion }) => completion.kind === 'info');
    const certain = history.filter(({ completion }) => completion.kind === 'ok');
    const choices = Array.from({ length: 2 ** unknown.length }, (_, bits) =>
      unknown.filter((_operation, at) => (bits >> at) % 2 === 1),
    );
    return choices.some((happened) => isLinearizable([...certain, ...happened]));
  },
};
