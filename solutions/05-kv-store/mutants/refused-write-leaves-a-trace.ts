/** A cas that is refused changes the index of the list all the same. */
import { type KeyValue, sorted } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine, write, index) => {
  const isCas = write.kind !== 'delete-tree' && write.cas !== undefined;
  if (isCas && machine.changedAt !== index) sorted.put(machine.graves, { key: write.key, index });
});
