/** C20: the answer to a read does not tell the client what it has seen. */
import type { Consistency } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalGet(state, client, get, world) {
    const forgetful = sending(world, (message) =>
      message.kind === 'Reply' ? { ...message, after: get.after } : message,
    );
    reference.onCausalGet(state, client, get, forgetful);
  },
};
