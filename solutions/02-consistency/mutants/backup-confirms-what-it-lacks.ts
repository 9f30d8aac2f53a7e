/** The backup confirms each write that comes, also while an earlier one is missing. */
import type { Consistency } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicate(state, from, replicate, world) {
    reference.onReplicate(
      state,
      from,
      replicate,
      sending(world, (message) => (message.kind === 'Replicated' ? { ...message, number: replicate.number } : message)),
    );
  },
};
