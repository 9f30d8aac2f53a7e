/** A protocol as an operating-system process: real clock, real timers, TCP, and LevelDB for what is saved. */
export { formatHostPort, type HostPort, parseHostPort } from './addresses.ts';
export { CannotStart } from './cannot-start.ts';
export { clientAddress } from './client-address.ts';
export type { Counters, Refusal } from './counters.ts';
export type { EncodedSend } from './encoding-turn.ts';
export type { Failure } from './failure.ts';
export type { Door, Gateway } from './gateway.ts';
export type { Happening } from './happenings.ts';
export { type NodeOptions, type RunningNode, runNode } from './node.ts';
export type { Description, Status } from './status.ts';
