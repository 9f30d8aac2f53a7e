/** A delete-tree is not seen by whoever watches the keys that are left beside it. */
import type { KeyValue } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine, write, index) => {
  if (write.kind === 'delete-tree') machine.graves = machine.graves.filter((grave) => grave.index !== index);
});
