/** The shortest right election, for suites that grade another stage and need a leader: nothing optional, nothing clever. */
import type { World } from '@weekend/protocol';
import { type Election, electionTimeout, lastIndex, lastTerm, type Raft, type State } from '@weekend/raft';

export const plainElection: Election = {
  onNewerTerm(state, term, world) {
    if (state.role.kind === 'leader') restartTimer(world);
    state.currentTerm = term;
    state.votedFor = null;
    state.role = { kind: 'follower', leader: null };
    world.save({ currentTerm: term, votedFor: null });
  },

  onElectionTimeout(state, world) {
    const { me, log } = state;
    state.currentTerm += 1;
    state.votedFor = me;
    state.role = { kind: 'candidate', votes: [me] };
    world.save({ currentTerm: state.currentTerm, votedFor: me });
    restartTimer(world);
    const end = { lastLogIndex: lastIndex(log), lastLogTerm: lastTerm(log) };
    for (const peer of state.peers)
      world.send(peer, { kind: 'RequestVote', term: state.currentTerm, candidateId: me, ...end });
    leadWithMajority(state, world);
  },

  onRequestVote(state, from, { term, lastLogIndex, lastLogTerm }, world) {
    const free = state.votedFor === null || state.votedFor === from;
    const behind = lastLogTerm - lastTerm(state.log) || lastLogIndex - lastIndex(state.log);
    const voteGranted = term === state.currentTerm && free && behind >= 0;
    if (voteGranted) {
      state.votedFor = from;
      world.save({ votedFor: from });
      restartTimer(world);
    }
    world.send(from, { kind: 'RequestVoteReply', term: state.currentTerm, voteGranted });
  },

  onRequestVoteReply(state, from, { term, voteGranted }, world) {
    if (state.role.kind !== 'candidate' || term !== state.currentTerm || !voteGranted) return;
    if (!state.role.votes.includes(from)) state.role.votes.push(from);
    leadWithMajority(state, world);
  },

  onLeaderHeard(state, leader, term, world) {
    if (term < state.currentTerm) return;
    state.role = { kind: 'follower', leader };
    restartTimer(world);
  },
};

function leadWithMajority(state: State, world: World<Raft>): void {
  if (state.role.kind !== 'candidate' || state.role.votes.length <= (state.peers.length + 1) / 2) return;
  state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
  world.clearTimer('election');
}

function restartTimer(world: World<Raft>): void {
  world.setTimer('election', electionTimeout.min, electionTimeout.max);
}
