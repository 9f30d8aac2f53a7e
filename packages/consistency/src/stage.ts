/** The functions of stage 02, in the order in which one writes them. */
import type { Address, World } from '@weekend/protocol';
import type { Causal, CausalState, Update } from './causal.ts';
import type { ClockOrder, VectorClock } from './clock.ts';
import type { Eventual, EventualState, Gossip } from './eventual.ts';
import type { ConsistencyModel, History } from './history.ts';
import type { PrimaryBackup, PrimaryState, Replicate, Replicated, View } from './primary.ts';
import type { Get, Put, SessionGet, SessionPut } from './requests.ts';
import type { Forward, Ordered, Sequential, SequentialState } from './sequential.ts';
import type { Version } from './version.ts';

export interface Consistency {
  // —— eventual ——
  newest(a: Version, b: Version): Version;
  onEventualGet(state: EventualState, client: Address, get: Get, world: World<Eventual>): undefined;
  onEventualPut(state: EventualState, client: Address, put: Put, world: World<Eventual>): undefined;
  onGossipTimer(state: EventualState, world: World<Eventual>): undefined;
  onGossip(state: EventualState, from: Address, gossip: Gossip, world: World<Eventual>): undefined;

  // —— causal ——
  compareClocks(a: VectorClock, b: VectorClock): ClockOrder;
  mergeClocks(a: VectorClock, b: VectorClock): VectorClock;
  onCausalGet(state: CausalState, client: Address, get: SessionGet, world: World<Causal>): undefined;
  onCausalPut(state: CausalState, client: Address, put: SessionPut, world: World<Causal>): undefined;
  onUpdate(state: CausalState, from: Address, update: Update, world: World<Causal>): undefined;

  // —— sequential ——
  onSequentialGet(state: SequentialState, client: Address, get: Get, world: World<Sequential>): undefined;
  onSequentialPut(state: SequentialState, client: Address, put: Put, world: World<Sequential>): undefined;
  onForward(state: SequentialState, from: Address, forward: Forward, world: World<Sequential>): undefined;
  onOrdered(state: SequentialState, from: Address, ordered: Ordered, world: World<Sequential>): undefined;

  // —— linearizable ——
  onPrimaryGet(state: PrimaryState, client: Address, get: Get, world: World<PrimaryBackup>): undefined;
  onPrimaryPut(state: PrimaryState, client: Address, put: Put, world: World<PrimaryBackup>): undefined;
  onReplicate(state: PrimaryState, from: Address, replicate: Replicate, world: World<PrimaryBackup>): undefined;
  onReplicated(state: PrimaryState, from: Address, replicated: Replicated, world: World<PrimaryBackup>): undefined;
  onView(state: PrimaryState, view: View, world: World<PrimaryBackup>): undefined;

  // —— histories ——
  strongestModel(history: History): ConsistencyModel;
  /** Nothing less than an answer on small histories; 'unknown' is for huge ones. */
  isLinearizable(history: History): boolean | 'unknown';
}
