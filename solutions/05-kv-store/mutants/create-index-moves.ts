/** Takes every put for the creation of its key. */
import type { KeyValue } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite(({ pairs }, write, index) => {
  for (const pair of pairs) if (write.kind === 'put' && pair.modifyIndex === index) pair.createIndex = index;
});
