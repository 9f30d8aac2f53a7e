/** Never changes a list in place: each handler ends with new objects, as one writes it in functional style. */
import type { KeyValue, State } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  onRequest: (state, from, request, world, propose) =>
    renewed(state, () => reference.onRequest(state, from, request, world, propose)),
  onElected: (state, world, propose) => renewed(state, () => reference.onElected(state, world, propose)),
  onDeposed: (state, world) => renewed(state, () => reference.onDeposed(state, world)),
  apply: (state, entry, index, world) => renewed(state, () => reference.apply(state, entry, index, world)),
  onConfirmLeader: (state, from, message, world) =>
    renewed(state, () => reference.onConfirmLeader(state, from, message, world)),
  onConfirmLeaderReply: (state, from, message, world) =>
    renewed(state, () => reference.onConfirmLeaderReply(state, from, message, world)),
  onConfirmTimeout: (state, world) => renewed(state, () => reference.onConfirmTimeout(state, world)),
};

function renewed(state: State, handle: () => void): undefined {
  handle();
  const { machine, writes, reads } = state.kv;
  const copied = {
    ...machine,
    pairs: [...machine.pairs],
    graves: [...machine.graves],
    sessions: [...machine.sessions],
  };
  state.kv = { ...state.kv, machine: copied, writes: [...writes], reads: [...reads] };
}
