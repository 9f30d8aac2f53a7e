/** C19: the answer to a write does not tell the client of that write. */
import type { Consistency } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalPut(state, client, put, world) {
    const forgetful = sending(world, (message) =>
      message.kind === 'Reply' ? { ...message, after: put.after } : message,
    );
    reference.onCausalPut(state, client, put, forgetful);
  },
};
