/** Sends another message as soon as one is answered, news or not: without end (§5.3). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    reference.onAppendEntriesReply(state, from, message, world);
    reference.sendEntries(state, from, world);
  },
};
