/** E37: looks only at the log, and not whether a leader is heard (dissertation §9.6). */
import type { Election } from '@weekend/raft';
import { election as preVoting } from '../variants/pre-vote.ts';

export const election: Election = {
  ...preVoting,

  onPreVote(state, from, message, world) {
    const { role } = state;
    if (role.kind !== 'candidate') state.role = { ...role, kind: 'follower', leader: null };
    preVoting.onPreVote?.(state, from, message, world);
    state.role = role;
  },
};
