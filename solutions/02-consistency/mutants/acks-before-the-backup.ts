/** C15: answers the client, and tells the backup afterwards. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onPrimaryPut(state, client, put, world) {
    const isPrimary = state.view.primary === state.me;
    reference.onPrimaryPut(state, client, put, world);
    if (isPrimary && state.view.backup) world.send(client, { kind: 'Reply', id: put.id, value: null });
  },
};
