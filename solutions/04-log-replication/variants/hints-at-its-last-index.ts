/** OK06: the only hint is where the log of the follower ends, where that is before prevLogIndex. */
import { lastIndex, type Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const end = { term: null, index: Math.min(lastIndex(state.log) + 1, message.prevLogIndex) };
    const send: typeof world.send = (to, reply) =>
      world.send(to, reply.kind === 'AppendEntriesReply' && reply.conflict ? { ...reply, conflict: end } : reply);
    reference.onAppendEntries(state, from, message, altered(world, { send }));
  },
};
