/** All keys are one register. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onEventualPut: (state, client, put, world) => reference.onEventualPut(state, client, { ...put, key: '' }, world),
  onEventualGet: (state, client, get, world) => reference.onEventualGet(state, client, { ...get, key: '' }, world),
};
