/** Who waits, waits until all before him are served, too. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const waiting = state.waiting;
    state.waiting = [];
    reference.onUpdate(state, from, update, world);
    for (const [at, { client, request }] of waiting.entries()) {
      if (request.kind === 'Get') reference.onCausalGet(state, client, request, world);
      else reference.onCausalPut(state, client, request, world);
      if (state.waiting.length === 0) continue;
      state.waiting.push(...waiting.slice(at + 1));
      return;
    }
  },
};
