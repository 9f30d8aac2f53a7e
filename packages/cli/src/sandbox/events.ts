/** What the child that runs a student's code tells its parent, one JSON document a line, in this order. */
import type { Dice, Outcome } from '@weekend/grading';

export type Event =
  /** The grader is up, and the student's code has not been touched yet. */
  | { kind: 'suite'; milestones: readonly Listed[]; dice: Dice }
  /** The code can't be graded at all: it does not load, or lacks what the suite calls. */
  | { kind: 'refused'; message: string; frames: readonly string[] }
  | { kind: 'proving'; id: string }
  | { kind: 'proved'; id: string; outcome: Outcome; ms: number }
  /** The grader itself broke, and nothing can be said of the code. */
  | { kind: 'our-mistake'; told: string }
  | { kind: 'done' };

/** What there is to know of a milestone without the code that proves it. */
export interface Listed {
  id: string;
  title: string;
  points: number;
  rule: string;
  hint: string;
}

/** What the child is asked to do. */
export interface Job {
  /** The stage's name. */
  stage: string;
  /** The absolute path of the submission, links followed. */
  file: string;
  /** The packages that the submission may import. */
  imports: readonly string[];
  /** The only milestone to prove, or all of them. */
  milestone?: string;
  /** Without it the suite's own. */
  dice?: Partial<Dice>;
  /** The files that stand beside it, by the names of their stages; ours where nothing is said. */
  neighbours?: Readonly<Record<string, string>>;
  /** To take one handler from another file, to see whether that heals it. */
  heal?: { handler: string; file: string };
  /** What broke is wanted as a trace, too, which is large. */
  trace?: boolean;
  /** To have everything ready and not to touch the submission before one line has come on stdin: a `Go`. */
  waits?: boolean;
}

/** What a child that waits is told. */
export interface Go {
  /** The milestone to prove before all others. */
  first?: string | undefined;
}

/** The child's file descriptor for events. Its other outputs are the student's. */
export const channel = 3;
