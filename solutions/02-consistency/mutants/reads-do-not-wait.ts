/** A read is answered at once, with what is older than what the client has seen. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalGet: (state, client, get, world) => reference.onCausalGet(state, client, { ...get, after: {} }, world),
};
