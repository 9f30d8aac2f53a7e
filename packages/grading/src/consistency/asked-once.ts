/** A replica as the explorer can come to an end with it: each client asks it once. */
import type { Address, Protocol, Shape } from '@weekend/protocol';

export const askedOnce = <S extends Shape>(node: Protocol<S>, clients: readonly Address[]): Protocol<S> => ({
  ...node,

  onMessage(state: S['State'] & Asked, from, message, world) {
    const { askers = [] } = state;
    if (askers.includes(from)) return undefined;
    if (clients.includes(from)) state.askers = [...askers, from];
    return node.onMessage(state, from, message, world);
  },
});

export interface Asked {
  askers?: readonly Address[];
}
