/** Forgets a deletion when the key is put again, and the next deletion too: each key has one grave, and it stays empty. */
import type { Grave, KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const before = [...state.kv.machine.graves];
    reference.apply(state, entry, index, world);
    const { machine } = state.kv;
    const isOld = (key: string) => before.some((grave) => grave.key === key);
    machine.graves = machine.graves.map((grave) =>
      isOld(grave.key) ? { ...grave, index: Math.min(grave.index, oldOf(before, grave.key)) } : grave,
    );
  },
};

const oldOf = (graves: readonly Grave[], key: string): number => graves.find((grave) => grave.key === key)?.index ?? 0;
