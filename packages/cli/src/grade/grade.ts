/** One grade: what `grade --json` prints for a stage. */

import type { Chance } from '@weekend/grading';
import type { Shape, Trace } from '@weekend/protocol';

export interface Grade {
  /** The stage's name. */
  stage: string;
  /** The submission's path, from the root if it lies in the repository. */
  submission: string;
  passed: boolean;
  points: { earned: number; possible: number };
  compiles: boolean;
  /** What kept the whole submission from being graded to its end, as a sentence. */
  problem?: string;
  milestones: Result[];
  /** What the submission printed, the first 64 kB of it. */
  printed?: string;
  /** What our side could not do, which costs the student nothing. */
  note?: string;
  ms: number;
}

export interface Result {
  id: string;
  title: string;
  passed: boolean;
  points: number;
  ms: number;
  failure?: Failure;
}

export interface Failure {
  kind: FailureKind;
  rule: string;
  /** What is, and what was wanted. */
  message: string;
  /** The events that lead there, one a line; for a problem, what the compiler says or where the code was. */
  story: readonly string[];
  /** The command that shows it again. */
  replay: string;
  hint: string;
  /** How many of the seeds fail, where it is a matter of luck. */
  chance?: Chance & { first: number };
  /** What happened in the run, where it was asked for. */
  trace?: Trace<Shape>;
}

type FailureKind =
  | 'broken'
  | 'threw'
  | 'not-written'
  /** The submission can't be graded, and this milestone was the one at hand or none was. */
  | 'problem'
  /** Nobody knows: an earlier milestone ended everything. */
  | 'not-reached';
