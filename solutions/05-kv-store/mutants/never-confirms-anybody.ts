/** Does not answer a leader that asks. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = { ...reference, onConfirmLeader() {} };
