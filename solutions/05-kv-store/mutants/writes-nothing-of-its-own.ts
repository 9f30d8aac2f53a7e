/** A new leader waits for the first client that writes, and so do the readers. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = { ...reference, onElected() {} };
