/** A key that was deleted and comes back has the CreateIndex of its first life. */
import { type KeyValue, type Machine, sorted } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

interface Chronicle extends Machine {
  born?: { key: string; index: number }[];
}

export const kvStore: KeyValue = afterWrite((machine: Chronicle, _write, index) => {
  const born = (machine.born ??= []);
  for (const pair of machine.pairs) {
    const first = sorted.find(born, pair.key);
    if (!first) sorted.put(born, { key: pair.key, index });
    else pair.createIndex = first.index;
  }
});
