/** A backup does not confirm what it has confirmed before. */
import type { Consistency } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicate(state, from, replicate, world) {
    const before = state.applied;
    const onlyNew = sending(world, (message) =>
      message.kind === 'Replicated' && message.number === before ? undefined : message,
    );
    reference.onReplicate(state, from, replicate, onlyNew);
  },
};
