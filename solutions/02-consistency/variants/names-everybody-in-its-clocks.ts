/** Its clocks name all replicas, with 0 where nothing is known. */
import type { CausalState, Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  mergeClocks: (a, b) => ({ n1: 0, n2: 0, ...reference.mergeClocks(a, b) }),

  onCausalGet(state, client, get, world) {
    nameEverybody(state);
    reference.onCausalGet(state, client, get, world);
  },

  onCausalPut(state, client, put, world) {
    nameEverybody(state);
    reference.onCausalPut(state, client, put, world);
  },
};

function nameEverybody(state: CausalState): void {
  for (const replica of [state.me, ...state.peers]) state.applied[replica] ??= 0;
}
