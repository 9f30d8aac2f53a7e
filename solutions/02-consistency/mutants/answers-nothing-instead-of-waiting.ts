/** Answers a client that knows more with null. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalGet(state, client, get, world) {
    reference.onCausalGet(state, client, get, world);
    const waits = state.waiting.pop();
    if (waits) world.send(client, { kind: 'Reply', id: get.id, value: null, after: get.after });
  },
};
