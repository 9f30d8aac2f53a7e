/** A cluster in virtual time, with one seed for everything that chance decides. */
export type { ClockSetting } from './clock.ts';
export type { Failure, Taken } from './cluster.ts';
export type { Aim, Crash, Fault, Mishap } from './faults.ts';
export { calm, type Network, rough } from './network.ts';
export type { Packet } from './packet.ts';
export { allSorts, type PlanOptions, randomPlan, type Sort } from './plan.ts';
export { Random } from './random.ts';
export { type Armed, type Limits, type Options, type Simulation, type Stopped, simulate } from './simulation.ts';
