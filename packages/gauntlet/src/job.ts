/** What the gauntlet asks, and what it is answered. */
import type { Dice, Outcome } from '@weekend/grading';

/** One submission against some milestones of its stage, one after another. */
export interface Job {
  stage: string;
  /** The URL of a file, perhaps of an edited one (`edited-file.ts`). */
  submission: string;
  milestones: readonly string[];
  dice: Dice;
  /** Whether the first milestone that does not pass ends it. */
  once?: boolean;
}

/** One submission against one milestone. */
export type Proof = Pick<Job, 'stage' | 'submission' | 'dice'> & { milestone: string };

export interface Proved {
  outcome: ProofOutcome;
  ms: number;
}

export type Verdict = Proved & { milestone: string };

export type ProofOutcome =
  | Outcome
  /** The thread did not come back with an answer, and why. That is the submission's doing. */
  | { kind: 'ended'; message: string }
  /** The suite itself broke, which is a mistake of ours, whatever the submission is. */
  | { kind: 'suite-threw'; message: string };

/** Whether the suite has found that something is wrong with the submission. */
export const isFound = ({ kind }: ProofOutcome): boolean => kind === 'broken' || kind === 'threw' || kind === 'ended';
