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
    const before = state.role.kind === 'leader' ? state.role.matchIndex[from] : undefined;
    plainLeader.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind !== 'leader') return;
    const { nextIndex, matchIndex } = state.role;
    // A copy of an answer says nothing new: who sent again at each would have every copy breed two more.
    const isNews = matchIndex[from] !== before;
    if (isNews && (nextIndex[from] ?? 0) <= lastIndex(state.log)) logReplication.sendEntries(state, from, world);
  },
};
