/** A delete does not look at cas. */
import type { KeyValue } from '@weekend/raft';
import { writing } from '../altered.ts';

export const kvStore: KeyValue = writing((write) =>
  write.kind === 'delete' ? { kind: 'delete', key: write.key } : write,
);
