/** A run as plain data, and a session with it. Logic alone: the page shows it, a worker runs it. */
export { type Action, client, type Deed, type Moment } from './action.ts';
export { decode, encode, type RunAddress } from './address.ts';
export type { Branch } from './branch.ts';
export { keyOf, type Modules, type Needed, needed, type StageModule } from './code.ts';
export { type ByHand, deedText } from './deed-text.ts';
export type { Frame } from './frame.ts';
export type { Happening, News } from './happening.ts';
export { Recording } from './recording.ts';
export { type Hooks, Session } from './session.ts';
export {
  address,
  addresses,
  evenLineup,
  evenSetup,
  type Lineup,
  mostNodes,
  type NetworkName,
  networks,
  type Setup,
  type StageName,
  stageNames,
  type Who,
} from './setup.ts';
export type { EntryView, LogView, LostView, NodeView, PacketView, TimerView, View } from './view.ts';
