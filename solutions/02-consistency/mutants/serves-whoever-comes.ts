/** Answers from what it has, whatever the client knows. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalGet: (state, client, get, world) => reference.onCausalGet(state, client, { ...get, after: {} }, world),
  onCausalPut: (state, client, put, world) => reference.onCausalPut(state, client, { ...put, after: {} }, world),
};
