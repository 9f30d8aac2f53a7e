/** A delete of a key that was not there changes the index of the lists around it. */
import { type KeyValue, sorted } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite(({ graves }, write, index) => {
  if (write.kind === 'delete') sorted.put(graves, { key: write.key, index });
});
