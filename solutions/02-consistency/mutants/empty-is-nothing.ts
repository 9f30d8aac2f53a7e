/** Answers with `value || null`: who wrote an empty text reads that nobody has written. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,
  onPrimaryGet(state, client, { id, key }, world) {
    const isPrimary = state.view.primary === state.me;
    world.send(client, isPrimary ? { kind: 'Reply', id, value: state.values[key] || null } : { kind: 'Refused', id });
  },
};
