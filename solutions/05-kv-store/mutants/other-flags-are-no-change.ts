/** The same value again is no change to it, whatever the flags are now. */
import { type KeyValue, sorted } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine, write, _index, before) => {
  const was = write.kind === 'put' ? sorted.find(before.pairs, write.key) : undefined;
  const is = was && sorted.find(machine.pairs, was.key);
  if (was && is && is.value === was.value) is.modifyIndex = was.modifyIndex;
});
