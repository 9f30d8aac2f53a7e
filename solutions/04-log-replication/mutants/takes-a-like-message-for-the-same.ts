/** Has answered a message with this prevLogIndex and so many entries before, and does not look at this one (Figure 2, AppendEntries receiver 3). */
import type { Replication, State } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

interface Remembering extends State {
  done?: string;
}

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state: Remembering, from, message, world) {
    const { prevLogIndex, prevLogTerm, entries } = message;
    const like = `${prevLogIndex} ${prevLogTerm} ${entries.length}`;
    if (message.term === state.currentTerm && entries.length > 0 && state.done === like) {
      const matchIndex = prevLogIndex + entries.length;
      world.send(from, { kind: 'AppendEntriesReply', term: state.currentTerm, success: true, matchIndex });
      return;
    }
    const before = state.log.length;
    reference.onAppendEntries(state, from, message, world);
    if (state.log.length > before) state.done = like;
  },
};
