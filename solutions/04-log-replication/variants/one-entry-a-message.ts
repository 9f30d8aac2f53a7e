/** Sends the entries one by one: the next one when the last is acknowledged. */
import { lastIndex, type Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  sendEntries(state, peer, world) {
    const send: typeof world.send = (to, message) =>
      world.send(to, message.kind === 'AppendEntries' ? { ...message, entries: message.entries.slice(0, 1) } : message);
    plainLeader.sendEntries(state, peer, altered(world, { send }));
  },

  onAppendEntriesReply(state, from, message, world) {
    plainLeader.onAppendEntriesReply(state, from, message, world);
    const next = state.role.kind === 'leader' && state.role.nextIndex[from];
    if (message.success && next && next <= lastIndex(state.log)) logReplication.sendEntries(state, from, world);
  },
};
