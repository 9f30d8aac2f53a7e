/** C22: a write is taken at once, and does not carry what its client has seen elsewhere. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalPut: (state, client, put, world) => reference.onCausalPut(state, client, { ...put, after: {} }, world),
};
