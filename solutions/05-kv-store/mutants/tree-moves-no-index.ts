/** Who waits for a single key does not see that it went with its tree. */
import type { KeyValue } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine, write, _index, before) => {
  if (write.kind === 'delete-tree') machine.changedAt = before.changedAt;
});
