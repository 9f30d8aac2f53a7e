/** Remembers one session: who wrote last. */
import type { KeyValue } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine, _write, index) => {
  machine.sessions = machine.sessions.filter(({ usedAt }) => usedAt === index);
});
