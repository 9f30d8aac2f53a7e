/** Vector clocks (Fidge 1988, Mattern 1989): how many writes of each replica somebody knows. */
import type { Address } from '@weekend/protocol';

/** A replica that is not named counts 0. */
export type VectorClock = Record<Address, number>;

export type ClockOrder = 'equal' | 'before' | 'after' | 'concurrent';
