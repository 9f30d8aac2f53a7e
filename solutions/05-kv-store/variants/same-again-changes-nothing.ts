/** As newer Consuls: a put of what is there already leaves the pair as it was, ModifyIndex and all. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const { machine } = state.kv;
    const { command } = entry;
    const key = command.kind === 'write' && command.write.kind === 'put' ? command.write.key : null;
    const before = key === null ? undefined : sorted.find(machine.pairs, key);
    const { changedAt } = machine;
    reference.apply(state, entry, index, world);
    const after = key === null ? undefined : sorted.find(machine.pairs, key);
    if (!before || after?.modifyIndex !== index || before.value !== after.value || before.flags !== after.flags) return;
    sorted.put(machine.pairs, before);
    machine.changedAt = changedAt;
  },
};
