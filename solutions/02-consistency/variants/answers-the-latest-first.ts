/** Clients who waited are answered in another order than the one in which they came: who came last is first. */
import type { Consistency } from '@weekend/consistency';
import type { Address, Shape, World } from '@weekend/protocol';
import { altered } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    state.waiting.reverse();
    reference.onUpdate(state, from, update, world);
    state.waiting.reverse();
  },

  onOrdered: (state, from, ordered, world) =>
    backwards(world, (other) => reference.onOrdered(state, from, ordered, other)),

  onReplicated: (state, from, replicated, world) =>
    backwards(world, (other) => reference.onReplicated(state, from, replicated, other)),
};

/** Sends what is sent meanwhile in the opposite order. */
function backwards<S extends Shape>(world: World<S>, act: (world: World<S>) => undefined): undefined {
  const sent: [to: Address, message: S['Message']][] = [];
  act(altered(world, { send: (to, message) => void sent.push([to, message]) }));
  for (const [to, message] of sent.reverse()) world.send(to, message);
}
