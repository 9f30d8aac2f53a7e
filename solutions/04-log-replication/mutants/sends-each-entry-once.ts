/** R33: what was sent counts as delivered; heartbeats carry nothing (§5.3). */
import type { Index, Leader, Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { plainLeader } from '../plain-leader.ts';

interface Sent extends Leader {
  sent?: Record<string, Index>;
}

export const logReplication: Replication = {
  ...plainLeader,

  sendEntries(state, peer, world) {
    const send: typeof world.send = (to, message) => {
      if (message.kind !== 'AppendEntries') return;
      const sent = ((state.role as Sent).sent ??= {});
      const isNew = state.log.length > (sent[to] ?? 0);
      sent[to] = state.log.length;
      world.send(to, isNew ? message : { ...message, entries: [] });
    };
    plainLeader.sendEntries(state, peer, altered(world, { send }));
  },
};
