/** K24: Math.random decides which sessions are forgotten. */
import type { KeyValue } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine) => {
  machine.sessions = machine.sessions.filter(() => Math.random() > 0.5);
});
