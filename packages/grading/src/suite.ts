/** A hidden suite: the milestones of a stage, in the order in which a student meets them, as functions of the stage. */

import type { Shape, Trace } from '@weekend/protocol';
import type { DoesJobs } from './concurrency/thread-jobs.ts';

export interface Suite<Stage> {
  /** The stage's name: its stub's file name, its export, its key in a lineup. */
  stage: string;
  /** The handlers that a submission must export, so that a forgotten one is named before anything runs. */
  handlers: readonly (keyof Stage & string)[];
  milestones: readonly Milestone<Stage>[];
  /** Its functions may return promises. Without it they may not: a node does not wait for its handlers. */
  async?: true;
}

export interface Milestone<Stage> {
  /** Never changes once published: progress files and class reports hold it. */
  id: string;
  /** What holds when it is passed, as a sentence. */
  title: string;
  /** Out of the stage's 100. */
  points: number;
  /** The rule that it proves, with its section: `Election Safety (§5.2)`. */
  rule: string;
  /** One thought that helps and does not give the answer away. */
  hint: string;
  /** Tries to break the stage. Nothing if it holds. Throws `StageThrew` where the stage throws, `NotWritten` too. */
  prove(stage: Stage, dice: Dice, bench: Bench): Broken | undefined | Promise<Broken | undefined>;
}

/** What a proof may need of the machine, besides the stage. */
export interface Bench {
  /** The submission's file as a URL, for proofs that load it into threads of their own. */
  submission: string;
  /** Modules that such a thread imports before the submission, to fence it in. */
  fences: readonly string[];
  /** Promises that failed and that nobody waited for, since this was last asked. */
  failures(): readonly unknown[];
  /** What does a thread's jobs where the submission can't be loaded into a thread: then none runs beside another. */
  instead?: DoesJobs;
}

/** Random runs take `seeds` seeds from `seed` on. Equal dice give equal proofs. */
export interface Dice {
  seed: number;
  seeds: number;
  /**
   * What it may cost to tell a failure, in turns of nodes: so many to make the run small, and as many again to count how often
   * it fails. No verdict hangs on it. A few tenths of a second where it is left out.
   */
  turnsToTell?: number;
}

/** Enough for a verdict within a second. Nothing is special about the first seed. */
export const defaultDice: Dice = { seed: 1, seeds: 100 };

/** How a stage broke a rule. */
export interface Broken extends Told {
  /** Overrides the milestone's rule where a run broke another one. */
  rule?: string;
  /** What is, and what was wanted. */
  message: string;
}

/** What there is to tell of a failure. */
export interface Told {
  /** The events that lead there, one a line, the shortest that we know. */
  story: readonly string[];
  /** The same as plain data, with what each node knew, whatever protocol it is of. */
  trace?: Trace<Shape>;
  /** The seed of the run, where it was a random one. */
  seed?: number | undefined;
  /** Where it is a matter of luck. */
  chance?: Chance;
  /** How many states of the cluster were looked at, where every order was tried. */
  states?: number;
}

/** So many of the seeds that were tried fail. */
export interface Chance {
  failing: number;
  tried: number;
}
