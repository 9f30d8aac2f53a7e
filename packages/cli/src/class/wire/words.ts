/** What judge and sandbox say to each other, in order. */
import type { Told, Write } from './mirror.ts';

/** From the judge. `now`: by the clock of the world among the arguments, if there is one. */
export type Question =
  | readonly ['load']
  /** `anew`: both sides have forgotten all objects. */
  | readonly [kind: 'call', handler: number, writes: readonly Write[], args: readonly Arg[], now: number, anew: 0 | 1]
  /** The answer to something that the sandbox has asked. */
  | readonly [kind: 'drawn', which: number]
  | readonly [kind: 'gave', writes: readonly Write[], value: Told]
  | readonly [kind: 'failed', message: string];

/** A value, the world, or a function of the judge's. */
export type Arg = Told | readonly ['world'] | readonly ['function', index: number];

/** From the sandbox. */
export type Answer =
  /** The fence is up, and the student's code was not touched yet. */
  | readonly ['ready']
  | readonly [kind: 'loaded', functions: readonly string[]]
  | readonly [kind: 'refused', why: string, frames: readonly string[]]
  | readonly [kind: 'done', writes: readonly Write[], value: Told, wishes: Wishes]
  /** What it has done to the state does not count, and both sides forget all objects. */
  | readonly [kind: 'threw', error: ThrownError]
  /** The handler has left something that can't be told. Both sides forget all objects. */
  | readonly [kind: 'broken', why: string]
  /** In the middle of a call: a number below `options`. */
  | readonly [kind: 'draw', options: number]
  /** In the middle of a call: calls a function that was among the arguments. */
  | readonly [kind: 'ask', index: number, writes: readonly Write[], args: readonly Told[], wishes: Wishes];

/** What a handler has asked of its world since it last said so. */
export interface Wishes {
  /** Each as its fields. A field without a value is `undefined`. */
  saves: readonly (readonly (readonly [field: string, value: unknown] | readonly [field: string])[])[];
  sends: readonly (readonly [to: string, message: object])[];
  timers: readonly (readonly [timer: string] | readonly [timer: string, min: number, max: number])[];
}

export interface ThrownError {
  name: string;
  message: string;
  /** What a system calls it: `ENOSPC`. */
  code?: string;
  frames: readonly string[];
}

/** A handler that asks its world for more than so many things in one turn has lost its way. */
export const mostWishes = 10_000;

/** No node's state has more parts. */
export const mostParts = 100_000;

/** After so many, both sides forget: what no state holds any more would pile up. */
export const manyObjects = 20_000;
