/** C17, as near as it comes here: shows a write that the backup may still lack, so a later read can be older. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onPrimaryPut(state, client, put, world) {
    const isPrimary = state.view.primary === state.me;
    reference.onPrimaryPut(state, client, put, world);
    if (isPrimary) state.values[put.key] = put.value;
  },
};
