/**
 * OK03: asks for PreVotes before it stands (dissertation §9.6). Refuses them while it hears a leader, so a node that was cut
 * off does not depose anybody when it comes back.
 */
import type { World } from '@weekend/protocol';
import {
  type Election,
  electionTimeout,
  lastIndex,
  lastTerm,
  type PreVote,
  type Raft,
  type State,
} from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    if (state.role.kind === 'leader') return;
    state.role = { kind: 'follower', leader: null, preVotes: [state.me] };
    world.setTimer('election', electionTimeout.min, electionTimeout.max);
    for (const peer of state.peers)
      world.send(peer, {
        kind: 'PreVote',
        term: state.currentTerm,
        candidateId: state.me,
        lastLogIndex: lastIndex(state.log),
        lastLogTerm: lastTerm(state.log),
      });
    standIfWelcome(state, world);
  },

  onPreVote(state, from, message, world) {
    const voteGranted = message.term >= state.currentTerm && isUpToDate(message, state) && !hearsALeader(state, world);
    world.send(from, { kind: 'PreVoteReply', term: state.currentTerm, voteGranted });
  },

  onPreVoteReply(state, from, message, world) {
    if (state.role.kind !== 'follower' || !state.role.preVotes || message.term !== state.currentTerm) return;
    if (!message.voteGranted || state.role.preVotes.includes(from)) return;
    state.role.preVotes.push(from);
    standIfWelcome(state, world);
  },
};

function standIfWelcome(state: State, world: World<Raft>): void {
  if (state.role.kind !== 'follower' || !state.role.preVotes) return;
  const clusterSize = state.peers.length + 1;
  if (state.role.preVotes.length > clusterSize / 2) reference.onElectionTimeout(state, world);
}

function hearsALeader({ role, lastContact }: State, world: World<Raft>): boolean {
  if (role.kind !== 'follower' || role.leader === null) return role.kind === 'leader';
  return lastContact !== null && world.now - lastContact < electionTimeout.min;
}

function isUpToDate(asker: PreVote, { log }: State): boolean {
  if (asker.lastLogTerm !== lastTerm(log)) return asker.lastLogTerm > lastTerm(log);
  return asker.lastLogIndex >= lastIndex(log);
}
