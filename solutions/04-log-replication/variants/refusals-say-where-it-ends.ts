/** OK22: a refusal gives the end of the follower’s log for matchIndex, which nobody reads there. */
import { lastIndex, type Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const send: typeof world.send = (to, reply) => {
      const isNo = reply.kind === 'AppendEntriesReply' && !reply.success;
      world.send(to, isNo ? { ...reply, matchIndex: lastIndex(state.log) } : reply);
    };
    reference.onAppendEntries(state, from, message, altered(world, { send }));
  },
};
