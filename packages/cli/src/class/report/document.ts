/** The one document that every report of a class is made of: what `class grade --json` prints. */
import type { Grade } from '../../grade/grade.ts';
import type { Stage } from '../../stages.ts';

export interface ClassReport {
  stages: readonly StageRow[];
  students: readonly StudentRow[];
  clusters: readonly Cluster[];
  similar: readonly Pair[];
}

export interface StageRow {
  /** The stage's name. */
  stage: string;
  number: string;
  title: string;
  possible: number;
  milestones: readonly { id: string; title: string; points: number; passed: number; graded: number }[];
}

export interface StudentRow {
  student: string;
  passed: boolean;
  points: { earned: number; possible: number };
  /** Why nothing of the submission could be taken, as a sentence. */
  refused?: string;
  stages: readonly StageResult[];
}

export type StageResult = { stage: string } & (
  | { kind: 'graded'; seed: number; grade: Grade }
  /** It was handed in, and can not be taken. It counts as nothing. */
  | { kind: 'refused'; why: string }
  | { kind: 'missing' }
  /** Our mistake or our machine's, never the student's. The next run tries again. */
  | { kind: 'not-graded'; why: string }
);

/** A student's code of one stage, as it was graded. */
export interface Source {
  student: string;
  stage: Stage;
  file: string;
}

export interface Outline {
  stage: Stage;
  milestones: readonly { id: string; title: string; points: number }[];
}

export interface Cluster {
  stage: string;
  /** The ids of the milestones that all of these fail, and no others. */
  milestones: readonly string[];
  students: readonly string[];
  /** What most of them read first. */
  message: string;
}

export interface Pair {
  stage: string;
  students: readonly [string, string];
  /** From 0 to 1. */
  similarity: number;
  /** Of how many fingerprints each is made. Of few, little can be said. */
  sizes: readonly [number, number];
}
