/** Tells the others what is new once; what is lost then is never told again. */
import type { Consistency, EventualState } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossipTimer(state: Told, world) {
    const all = JSON.stringify(state.entries);
    if (all !== state.told) reference.onGossipTimer(state, world);
    state.told = all;
  },
};

interface Told extends EventualState {
  told?: string;
}
