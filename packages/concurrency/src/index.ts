/** Stage 01: what a student is given, and the functions that he writes. */
export { everybodyWaits } from './elsewhere.ts';
export type {
  Account,
  Cell,
  Channel,
  Concurrency,
  Future,
  Mutex,
  Received,
  Release,
  Task,
  Workers,
} from './stage.ts';
export { HeldForever, NobodyRuns, VirtualWorld } from './virtual-world.ts';
export type { Millis, World } from './world.ts';
