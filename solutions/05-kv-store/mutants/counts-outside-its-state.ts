/** Counts what it applies in a variable of the file, which all nodes share and no crash resets. */
import { type KeyValue, sorted } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

let applied = 0;

export const kvStore: KeyValue = afterWrite(({ pairs }, write) => {
  applied += 1;
  const pair = write.kind === 'put' ? sorted.find(pairs, write.key) : undefined;
  if (pair) pair.flags = applied % 7;
});
