/** As older Consuls: cas asks for an index, and what is not there has none. */
import { type KeyValue, sorted } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write, { pairs }) =>
  write.kind === 'delete' && write.cas !== undefined && !sorted.find(pairs, write.key)
    ? { kind: 'put', key: write.key, value: '', flags: 0, cas: -1 }
    : write,
);
