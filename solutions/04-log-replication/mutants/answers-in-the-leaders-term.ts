/** Answers with the term of the message, so that an old leader learns nothing (Figure 2, AppendEntries results). */
import type { Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, { ...message }, world) {
    const send: typeof world.send = (to, reply) => world.send(to, { ...reply, term: message.term } as typeof reply);
    reference.onAppendEntries(state, from, message, altered(world, { send }));
  },
};
