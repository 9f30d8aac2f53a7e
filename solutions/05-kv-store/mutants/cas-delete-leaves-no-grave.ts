/** Who deletes by cas is not seen by those who watch the prefix. */
import type { KeyValue } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine, write, index) => {
  if (write.kind === 'delete' && write.cas !== undefined)
    machine.graves = machine.graves.filter((grave) => grave.index !== index);
});
