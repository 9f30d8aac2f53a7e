/** One Raft node out of its stages: gives each event to the stage that owns it, and keeps Figure 2's "Rules for Servers". */
import type { Address, Protocol, World } from '@weekend/protocol';
import type { Entry } from './log.ts';
import type { Message } from './messages.ts';
import type { Propose, Stages } from './stages.ts';
import { bootedState, type Raft, type State } from './state.ts';
import { electionTimeout, heartbeatInterval } from './timing.ts';

export const raftNode = (stages: Stages): Protocol<Raft> => ({
  start(me, peers, saved, world) {
    world.setTimer('election', electionTimeout.min, electionTimeout.max);
    return bootedState(me, peers, saved);
  },

  onMessage(state, from, message, world) {
    if (message.kind === 'RequestVote' && stages.election.disregards?.(state, from, message, world)) return undefined;
    // §5.1: a term newer than ours counts before anything else, in a request as in a reply.
    if ('term' in message && message.term > state.currentTerm)
      noticeRole(stages, state, world, () => stages.election.onNewerTerm(state, message.term, world));
    noticeRole(stages, state, world, () => deliver(stages, state, from, message, world));
    applyCommitted(stages, state, world);
    return undefined;
  },

  onTimer(state, timer, world) {
    noticeRole(stages, state, world, () => fire(stages, state, timer, world));
    applyCommitted(stages, state, world);
    return undefined;
  },
});

function deliver(stages: Stages, state: State, from: Address, message: Message, world: World<Raft>): undefined {
  const { election, replication, keyValue } = stages;
  switch (message.kind) {
    case 'RequestVote':
      return election.onRequestVote(state, from, message, world);
    case 'RequestVoteReply':
      return election.onRequestVoteReply(state, from, message, world);
    case 'PreVote':
      return election.onPreVote?.(state, from, message, world);
    case 'PreVoteReply':
      return election.onPreVoteReply?.(state, from, message, world);
    case 'AppendEntries':
      election.onLeaderHeard(state, from, message.term, world);
      if (message.term === state.currentTerm) state.lastContact = world.now;
      return replication.onAppendEntries(state, from, message, world);
    case 'AppendEntriesReply':
      return replication.onAppendEntriesReply(state, from, message, world);
    case 'ConfirmLeader':
      return keyValue.onConfirmLeader(state, from, message, world);
    case 'ConfirmLeaderReply':
      return keyValue.onConfirmLeaderReply(state, from, message, world);
    case 'Request':
      return keyValue.onRequest(state, from, message, world, proposing(stages, state, world));
    case 'Reply':
      // Replies go to clients; one that comes here was sent to the wrong address.
      return undefined;
    default:
      // A kind that only somebody else's nodes know. Raft's rules do not speak of it, so nothing happens.
      return message satisfies never;
  }
}

function fire(stages: Stages, state: State, timer: Raft['Timer'], world: World<Raft>): undefined {
  switch (timer) {
    case 'election':
      return stages.election.onElectionTimeout(state, world);
    case 'heartbeat':
      // A leader that has stepped down since has nothing to send; its next election sets the timer again.
      return state.role.kind === 'leader' ? heartbeat(stages, state, world) : undefined;
    case 'confirm':
      return stages.keyValue.onConfirmTimeout(state, world);
    default:
      return timer satisfies never;
  }
}

/** What a handler did to this node's role. A new `Leader` in the state means that it has just won. */
function noticeRole(stages: Stages, state: State, world: World<Raft>, handle: () => undefined): void {
  const before = state.role;
  handle();
  if (state.role === before) return;
  if (before.kind === 'leader') stages.keyValue.onDeposed(state, world);
  if (state.role.kind !== 'leader') return;
  stages.replication.onElected(state, world);
  stages.keyValue.onElected(state, world, proposing(stages, state, world));
  heartbeat(stages, state, world);
}

/** What is proposed in one turn, and in those that wait, leaves together: when the node is next idle. */
const proposing =
  (stages: Stages, state: State, world: World<Raft>): Propose =>
  (command) => {
    const index = stages.replication.onCommand(state, command, world);
    if (index !== null) world.setTimer('heartbeat', 0);
    return index;
  };

/** §5.2: upon election, and again and again, so that nobody else stands; it carries what a follower lacks. */
function heartbeat(stages: Stages, state: State, world: World<Raft>): undefined {
  for (const peer of state.peers) stages.replication.sendEntries(state, peer, world);
  world.setTimer('heartbeat', heartbeatInterval);
}

/** §5.3: in the order of the log, each entry once. */
function applyCommitted(stages: Stages, state: State, world: World<Raft>): void {
  while (state.lastApplied < state.commitIndex) {
    state.lastApplied += 1;
    stages.keyValue.apply(state, entryAt(state, state.lastApplied), state.lastApplied, world);
  }
}

function entryAt(state: State, index: number): Entry {
  const entry = state.log[index - 1];
  if (!entry) throw new RangeError(`commitIndex is ${state.commitIndex}, but the log ends at ${state.log.length}`);
  return entry;
}
