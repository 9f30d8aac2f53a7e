/** The backup takes writes as if it were the primary. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onPrimaryPut(state, client, put, world) {
    if (state.view.primary === state.me) {
      reference.onPrimaryPut(state, client, put, world);
      return;
    }
    state.values[put.key] = put.value;
    world.send(client, { kind: 'Reply', id: put.id, value: null });
  },
};
