/** Raft as the paper tells it, cut into the stages of the workshop. */
export { heartbeatsOnly, noClients } from './absent.ts';
export type * from './client.ts';
export { drawRaft } from './draw.ts';
export {
  electionSafety,
  type Invariant,
  leaderAppendOnly,
  leaderCompleteness,
  logMatching,
  noPast,
  type Past,
  stateMachineSafety,
} from './invariants.ts';
export type * from './kv-state.ts';
export { type Entry, entriesAfter, type Log, lastIndex, lastTerm, replaceAfter, termAt } from './log.ts';
export type * from './messages.ts';
export { raftNode } from './node.ts';
export type * from './order.ts';
export * as sorted from './sorted.ts';
export type { Election, KeyValue, Propose, Replication, Stages } from './stages.ts';
export {
  bootedState,
  type Candidate,
  type Durable,
  type Follower,
  type Leader,
  type Raft,
  type Role,
  type State,
} from './state.ts';
export { tellRaft } from './tell.ts';
export { electionTimeout, heartbeatInterval } from './timing.ts';
