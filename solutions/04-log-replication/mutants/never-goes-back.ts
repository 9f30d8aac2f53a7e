/** R27: a refusal leaves nextIndex where it is (Figure 2, Rules for Leaders). */
import type { Index, Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    if (message.success || state.role.kind !== 'leader')
      return reference.onAppendEntriesReply(state, from, message, world);
    const nextIndex = state.role.nextIndex[from] as Index;
    reference.onAppendEntriesReply(state, from, message, world);
    state.role.nextIndex[from] = nextIndex;
    return undefined;
  },
};
