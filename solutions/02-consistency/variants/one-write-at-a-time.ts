/** The primary sends a write only when the one before it has been confirmed. */
import type { Consistency } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onPrimaryPut(state, client, put, world) {
    const isBusy = state.pending.length > 0;
    reference.onPrimaryPut(
      state,
      client,
      put,
      sending(world, (message) => (isBusy && message.kind === 'Replicate' ? undefined : message)),
    );
  },

  onReplicated(state, from, replicated, world) {
    reference.onReplicated(state, from, replicated, world);
    const [next] = state.pending;
    const { backup, number: view } = state.view;
    if (!next || backup === null) return;
    const { key, value } = next.put;
    world.send(backup, { kind: 'Replicate', view, number: next.number, key, value });
  },
};
