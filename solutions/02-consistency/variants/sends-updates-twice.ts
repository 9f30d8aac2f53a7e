/** Sends each update twice, to be sure. */
import type { Consistency } from '@weekend/consistency';
import { altered } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalPut(state, client, put, world) {
    const twice = altered(world, {
      send(to, message) {
        world.send(to, message);
        if (message.kind === 'Update') world.send(to, message);
      },
    });
    reference.onCausalPut(state, client, put, twice);
  },
};
