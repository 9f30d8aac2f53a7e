/** After an update that can be applied, looks once whether another one has waited for it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const early = state.early;
    const fits = early.find(({ version: { writer }, clock }) => {
      return writer === update.version.writer && clock[writer] === (update.clock[writer] ?? 0) + 1;
    });
    state.early = [];
    reference.onUpdate(state, from, update, world);
    if (fits && state.early.length === 0) reference.onUpdate(state, from, fits, world);
    state.early.push(...early.filter((each) => each !== fits));
  },
};
