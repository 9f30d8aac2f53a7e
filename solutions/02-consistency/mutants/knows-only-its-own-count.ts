/** C22: the clock of an update names its writer alone, so nobody waits for what the writer had seen. */
import type { Causal, Consistency } from '@weekend/consistency';
import type { World } from '@weekend/protocol';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalPut(state, client, put, world) {
    reference.onCausalPut(state, client, put, alone(state.me, world));
  },
  onUpdate: (state, from, update, world) => reference.onUpdate(state, from, update, alone(state.me, world)),
};

const alone = (me: string, world: World<Causal>) =>
  sending(world, (message) =>
    message.kind === 'Update' ? { ...message, clock: { [me]: message.clock[me] ?? 0 } } : message,
  );
