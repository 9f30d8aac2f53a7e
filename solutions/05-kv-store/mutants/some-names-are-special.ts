/** Looks keys up in a plain object, which has a few of its own. */
import type { KeyValue } from '@weekend/raft';
import { writing } from '../altered.ts';

const isSpecial = (key: string): boolean => key in {};

export const kvStore: KeyValue = writing((write) =>
  write.kind === 'put' && isSpecial(write.key) ? { kind: 'delete', key: write.key } : write,
);
