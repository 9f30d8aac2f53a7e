/** Applies every entry as if a client had asked for it. */
import type { KeyValue } from '@weekend/raft';
import { applying } from '../altered.ts';

export const kvStore: KeyValue = applying((command) => ({
  kind: 'write',
  id: { session: null, seq: 1 },
  write: command.kind === 'write' ? command.write : { kind: 'put', key: 'undefined', value: '', flags: 0 },
}));
