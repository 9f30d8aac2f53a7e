/** Who comes while somebody waits has to wait, too. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalGet(state, client, get, world) {
    if (state.waiting.length === 0) reference.onCausalGet(state, client, get, world);
    else state.waiting.push({ client, request: get });
  },
};
