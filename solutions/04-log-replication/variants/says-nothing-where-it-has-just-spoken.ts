/** OK20: no heartbeat to a follower that was sent something a moment ago. */
import type { Millis } from '@weekend/protocol';
import { heartbeatInterval, type Leader, type Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

interface Speaking extends Leader {
  spokeAt?: Record<string, Millis>;
}

export const logReplication: Replication = {
  ...reference,

  sendEntries(state, peer, world) {
    if (state.role.kind !== 'leader') return;
    const spokeAt = ((state.role as Speaking).spokeAt ??= {});
    const send: typeof world.send = (to, message) => {
      const isEmpty = message.kind === 'AppendEntries' && message.entries.length === 0;
      if (isEmpty && world.now - (spokeAt[to] ?? 0) < heartbeatInterval) return;
      spokeAt[to] = world.now;
      world.send(to, message);
    };
    reference.sendEntries(state, peer, altered(world, { send }));
  },
};
