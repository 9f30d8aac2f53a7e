/** An answer’s clock is what the client knew and what it has got now, not all that the replica knows. */
import type { Causal, Consistency, VectorClock } from '@weekend/consistency';
import type { World } from '@weekend/protocol';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalGet: (state, client, get, world) => reference.onCausalGet(state, client, get, merging(get.after, world)),
  onCausalPut: (state, client, put, world) => reference.onCausalPut(state, client, put, merging(put.after, world)),
};

const merging = (after: VectorClock, world: World<Causal>) =>
  sending(world, (message) =>
    message.kind === 'Reply' ? { ...message, after: reference.mergeClocks(after, message.after) } : message,
  );
