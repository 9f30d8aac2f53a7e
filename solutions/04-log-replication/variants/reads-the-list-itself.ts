/** OK05: addresses the log as a list from 0, without the accessors. */
import type { AppendEntries, Replication, State } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntries(state, from, message, world) {
    const success = message.term === state.currentTerm && hasPrev(state, message);
    const matchIndex = success ? message.prevLogIndex + message.entries.length : 0;
    if (success) {
      for (const [i, entry] of message.entries.entries()) {
        const at = message.prevLogIndex + i;
        if (state.log[at]?.term === entry.term) continue;
        state.log.splice(at, state.log.length - at, ...message.entries.slice(i));
        world.save({ log: state.log });
        break;
      }
      if (message.leaderCommit > state.commitIndex)
        state.commitIndex = Math.max(state.commitIndex, Math.min(message.leaderCommit, matchIndex));
    }
    world.send(from, { kind: 'AppendEntriesReply', term: state.currentTerm, success, matchIndex });
  },
};

const hasPrev = ({ log }: State, { prevLogIndex, prevLogTerm }: AppendEntries): boolean =>
  prevLogIndex === 0 || log[prevLogIndex - 1]?.term === prevLogTerm;
