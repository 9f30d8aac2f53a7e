/** Takes a second write of the same value for a repeated request. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, from, forward, world) {
    const { key, value } = forward.write;
    const isSame = state.ordered.some((write) => write.key === key && write.value === value);
    if (!isSame) reference.onForward(state, from, forward, world);
  },
};
