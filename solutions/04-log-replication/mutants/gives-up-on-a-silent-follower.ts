/** Sends nothing more to a follower that has not answered twenty messages (§5.3: "retries indefinitely"). */
import type { Leader, Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

interface Counting extends Leader {
  unanswered?: Record<string, number>;
}

export const logReplication: Replication = {
  ...reference,

  sendEntries(state, peer, world) {
    if (state.role.kind !== 'leader') return;
    const unanswered = ((state.role as Counting).unanswered ??= {});
    unanswered[peer] = (unanswered[peer] ?? 0) + 1;
    if (unanswered[peer] <= 20) reference.sendEntries(state, peer, world);
  },

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind === 'leader')
      (state.role as Counting).unanswered = { ...(state.role as Counting).unanswered, [from]: 0 };
    reference.onAppendEntriesReply(state, from, message, world);
  },
};
