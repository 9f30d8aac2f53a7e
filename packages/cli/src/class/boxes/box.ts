/** A box: a place in which a student's code runs and from which it does not reach the judge. */
import type { Readable } from 'node:stream';
import type { Dice } from '@weekend/grading';
import type { Usage } from '../../sandbox/usage.ts';
import type { Stage } from '../../stages.ts';

/** What is to be graded, frozen: nobody changes these files any more. */
export interface Case {
  stage: Stage;
  /** The absolute path of the stub's copy. Its folder holds the submission and nothing else. */
  file: string;
  dice: Dice;
  milestone?: string | undefined;
}

export interface Box {
  /** Starts a sandbox for a case, and a judge that speaks with it. */
  open(given: Case, limits: BoxLimits): Promise<Opened>;
}

export interface BoxLimits {
  /** For the objects of the student's code, in megabytes. */
  heapMb: number;
  /** For the whole sandbox. */
  memoryMb: number;
}

export interface Opened {
  /** What the judge tells, one JSON document a line. */
  told: Readable;
  /** Settles when the judge has ended: with what it said at its end if that was not what was wanted. */
  judged: Promise<string>;
  /** Settles when the sandbox has ended. */
  ended: Promise<Ended>;
  /** What the sandbox has used so far; nothing where that is not known. */
  usage(): Usage | undefined;
  /** The same of a judge that is a process of its own. */
  judgeUsage?(): Usage | undefined;
  /** Ends the judge. */
  dismiss(): void;
  /** Ends the sandbox and takes away all that was made for it. Settles when nothing is left. */
  close(): Promise<void>;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  outOfMemory: boolean;
  /** What the student's code has printed, the first part of it. */
  printed: string;
  /** What Node had to say at its end. */
  stderr: string;
}
