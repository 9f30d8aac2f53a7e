/** Sets its timer anew with every answer, so that one who answers again and again silences it (§5.2). */
import { heartbeatInterval, type Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind === 'leader') world.setTimer('heartbeat', heartbeatInterval);
    reference.onAppendEntriesReply(state, from, message, world);
  },
};
