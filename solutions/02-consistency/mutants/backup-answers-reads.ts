/** The backup answers reads from its copy, which may be ahead of its primary or behind it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onPrimaryGet(state, client, { id, key }, world) {
    world.send(client, { kind: 'Reply', id, value: state.values[key] ?? null });
  },
};
