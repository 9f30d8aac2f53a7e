/** Stage 02: what replicas say and know, histories, and the functions that a student writes. */
export type { Causal, CausalState, Update } from './causal.ts';
export { causalNode } from './causal-node.ts';
export type { ClockOrder, VectorClock } from './clock.ts';
export { type Eventual, type EventualState, type Gossip, gossipInterval } from './eventual.ts';
export { eventualNode } from './eventual-node.ts';
export type { ConsistencyModel, History, Operation, RegisterInput } from './history.ts';
export type { PendingWrite, PrimaryBackup, PrimaryState, Replicate, Replicated, View } from './primary.ts';
export { primaryNode } from './primary-node.ts';
export type { Get, Key, Put, Refused, Reply, SessionGet, SessionPut, SessionReply, Value } from './requests.ts';
export type { Forward, Ordered, Sequential, SequentialState, Write } from './sequential.ts';
export { sequentialNode } from './sequential-node.ts';
export type { Consistency } from './stage.ts';
export { tellCausal, tellEventual, tellPrimary, tellSequential } from './tell.ts';
export type { Version } from './version.ts';
