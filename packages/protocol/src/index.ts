/** The contract, and the few things that every runtime of it needs. */
export type { Address, Changes, Millis, Protocol, Shape, Tail, World } from './contract.ts';
export { applyChanges, applySaves, isTail } from './disk.ts';
export { exportOf } from './export-of.ts';
export { BrokenContract, inspected } from './inspected.ts';
export { NotWritten, notWritten } from './not-written.ts';
export { copy, difference, notPlain } from './plain-data.ts';
export type { Carried, EffectEvent, FaultEvent, Trace, TraceEvent, TurnEvent, Untimed } from './trace.ts';
export { type Call, perform, type Sent, type TimerChange, Turn } from './turn.ts';
