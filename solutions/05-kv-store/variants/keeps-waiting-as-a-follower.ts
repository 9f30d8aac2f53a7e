/** Forgets nobody when it is deposed: by index and term it may yet learn what became of the entry. After half a second it gives up. */
import type { World } from '@weekend/protocol';
import type { KeyValue, Raft, State } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

const patience = 400;

export const kvStore: KeyValue = {
  ...reference,
  onDeposed(state, world) {
    const { writes } = state.kv;
    state.kv.writes = [];
    reference.onDeposed(state, world);
    state.kv.writes = writes;
    if (writes.length > 0) world.setTimer('confirm', patience);
  },
  onElected(state, world, propose) {
    giveUp(state, world);
    reference.onElected(state, world, propose);
  },
  onConfirmTimeout(state, world) {
    if (state.role.kind === 'leader') reference.onConfirmTimeout(state, world);
    else giveUp(state, world);
  },
};

function giveUp(state: State, world: World<Raft>): void {
  for (const { from, id } of state.kv.writes) world.send(from, { kind: 'Reply', id, answer: { kind: 'unknown' } });
  state.kv.writes = [];
}
