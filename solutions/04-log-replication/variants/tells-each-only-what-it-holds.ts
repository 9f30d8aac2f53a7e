/** leaderCommit is never more than this follower is known to hold, as in etcd’s heartbeats. */
import type { Index } from '@weekend/raft';
import { sending } from '../altered.ts';

export const logReplication = sending((message, { role }, to) => {
  const match = role.kind === 'leader' ? (role.matchIndex[to] as Index) : 0;
  return { ...message, leaderCommit: Math.min(message.leaderCommit, Math.max(match, message.prevLogIndex)) };
});
