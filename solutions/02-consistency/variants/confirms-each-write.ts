/** A backup confirms each write by itself, once it has all before it. */
import type { Consistency } from '@weekend/consistency';
import { altered } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicate(state, from, replicate, world) {
    const before = state.applied;
    const oneByOne = altered(world, {
      send(to, message) {
        if (message.kind !== 'Replicated') world.send(to, message);
        else for (let number = before + 1; number <= message.number; number++) world.send(to, { ...message, number });
      },
    });
    reference.onReplicate(state, from, replicate, oneByOne);
  },
};
