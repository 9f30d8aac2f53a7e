/** Takes what was sent for received: a refusal changes nothing, and what was lost stays lost (§5.3). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind === 'leader' && !message.success && state.role.matchIndex[from]) return;
    reference.onAppendEntriesReply(state, from, message, world);
  },
};
