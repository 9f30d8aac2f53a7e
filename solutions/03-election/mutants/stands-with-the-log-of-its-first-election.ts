/** Writes its request once and uses it again: the end of its log is that of its first election (Figure 2, RequestVote arguments). */
import type { World } from '@weekend/protocol';
import { type Election, lastIndex, lastTerm, type Raft, type State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

type Mine = State & { end?: { lastLogIndex: number; lastLogTerm: number } };

export const election: Election = {
  ...reference,

  onElectionTimeout(state: Mine, world) {
    const end = (state.end ??= { lastLogIndex: lastIndex(state.log), lastLogTerm: lastTerm(state.log) });
    const send: World<Raft>['send'] = (to, message) =>
      world.send(to, message.kind === 'RequestVote' ? { ...message, ...end } : message);
    reference.onElectionTimeout(state, altered(world, { send }));
  },
};
