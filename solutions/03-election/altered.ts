/** For the variants and mutants beside the reference: small ways to change what it sees or asks for. */
import type { World } from '@weekend/protocol';
import { type Election, type Index, lastIndex, lastTerm, type Raft, type Term } from '@weekend/raft';
import { election as reference } from './election.ts';

/** A world like another, in which some calls do something else. */
export const altered = (world: World<Raft>, changes: Partial<World<Raft>>): World<Raft> => ({
  now: world.now,
  save: (saved) => world.save(saved),
  send: (to, message) => world.send(to, message),
  setTimer: (timer, min, max) => world.setTimer(timer, min, max),
  clearTimer: (timer) => world.clearTimer(timer),
  choose: (options) => world.choose(options),
  ...changes,
});

/** The reference, in a world that may differ from handler to handler. */
export const inWorld = (change: (world: World<Raft>) => World<Raft>): Election => ({
  onNewerTerm: (state, term, world) => reference.onNewerTerm(state, term, change(world)),
  onElectionTimeout: (state, world) => reference.onElectionTimeout(state, change(world)),
  onRequestVote: (state, from, message, world) => reference.onRequestVote(state, from, message, change(world)),
  onRequestVoteReply: (state, from, message, world) =>
    reference.onRequestVoteReply(state, from, message, change(world)),
  onLeaderHeard: (state, leader, term, world) => reference.onLeaderHeard(state, leader, term, change(world)),
});

interface LogEnd {
  index: Index;
  term: Term;
}

/** The reference, with another notion of "up-to-date". */
export const comparingLogs = (isUpToDate: (candidate: LogEnd, voter: LogEnd, asksIn: Term) => boolean): Election => ({
  ...reference,
  onRequestVote(state, from, message, world) {
    const candidate = { index: message.lastLogIndex, term: message.lastLogTerm };
    const voter = { index: lastIndex(state.log), term: lastTerm(state.log) };
    const lastLogTerm = isUpToDate(candidate, voter, message.term) ? Number.MAX_SAFE_INTEGER : -1;
    reference.onRequestVote(state, from, { ...message, lastLogTerm }, world);
  },
});

/** The reference, with another notion of "majority". */
export const winningWith = (isMajority: (votes: number, clusterSize: number) => boolean): Election => ({
  ...reference,
  onElectionTimeout(state, world) {
    reference.onElectionTimeout(state, world);
    if (state.role.kind === 'leader') state.role = { kind: 'candidate', votes: [state.me] };
    if (state.role.kind !== 'candidate' || !isMajority(1, state.peers.length + 1)) return;
    state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
    world.clearTimer('election');
  },
  onRequestVoteReply(state, from, message, world) {
    if (state.role.kind !== 'candidate' || message.term !== state.currentTerm || !message.voteGranted) return;
    if (!state.role.votes.includes(from)) state.role.votes.push(from);
    if (!isMajority(state.role.votes.length, state.peers.length + 1)) return;
    state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
    world.clearTimer('election');
  },
});
