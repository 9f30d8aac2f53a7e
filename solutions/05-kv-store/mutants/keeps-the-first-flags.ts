/** An update changes the value and leaves the flags as they were. */
import { type KeyValue, sorted } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write, { pairs }) =>
  write.kind === 'put' ? { ...write, flags: sorted.find(pairs, write.key)?.flags ?? write.flags } : write,
);
