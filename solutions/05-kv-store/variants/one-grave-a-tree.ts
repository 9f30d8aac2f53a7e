/** As Consul: a delete-tree leaves one grave, at its prefix, and a list that finds neither keys nor graves has the store’s index. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    reference.apply(state, entry, index, world);
    const { machine } = state.kv;
    const write = entry.command.kind === 'write' ? entry.command.write : undefined;
    if (write?.kind !== 'delete-tree' || !machine.graves.some((grave) => grave.index === index)) return;
    machine.graves = machine.graves.filter((grave) => !grave.key.startsWith(write.prefix));
    sorted.put(machine.graves, { key: write.prefix, index });
  },
};
