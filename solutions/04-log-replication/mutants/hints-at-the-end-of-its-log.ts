/** R30: whatever differs, it tells the leader to go on at the end of its own log (§5.3). */
import { lastIndex, type Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const conflict = { term: null, index: lastIndex(state.log) + 1 };
    const send: typeof world.send = (to, reply) =>
      world.send(to, reply.kind === 'AppendEntriesReply' && reply.conflict ? { ...reply, conflict } : reply);
    reference.onAppendEntries(state, from, message, altered(world, { send }));
  },
};
