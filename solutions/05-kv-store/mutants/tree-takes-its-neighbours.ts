/** Deletes everything that comes after the prefix in the order of the keys. */
import type { KeyValue } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine, write) => {
  if (write.kind === 'delete-tree') machine.pairs = machine.pairs.filter(({ key }) => key < write.prefix);
});
