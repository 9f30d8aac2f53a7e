/** A read waits until the writes that came before it have been confirmed: it comes after them, which is as right. */
import type { Consistency, Get, PrimaryBackup, PrimaryState } from '@weekend/consistency';
import type { Address, World } from '@weekend/protocol';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onPrimaryGet(state: Reading, client, get, world) {
    if (state.view.primary !== state.me || state.pending.length === 0)
      reference.onPrimaryGet(state, client, get, world);
    else state.reads = [...(state.reads ?? []), { client, get }];
  },

  onReplicated(state: Reading, from, replicated, world) {
    reference.onReplicated(state, from, replicated, world);
    answerReads(state, world);
  },

  onView(state: Reading, view, world) {
    reference.onView(state, view, world);
    answerReads(state, world);
  },
};

interface Reading extends PrimaryState {
  reads?: { client: Address; get: Get }[];
}

function answerReads(state: Reading, world: World<PrimaryBackup>): void {
  if (state.pending.length > 0) return;
  const reads = state.reads ?? [];
  state.reads = [];
  for (const { client, get } of reads) reference.onPrimaryGet(state, client, get, world);
}
