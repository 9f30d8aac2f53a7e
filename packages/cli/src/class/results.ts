/** The results of a class on the disk: one file for each stage of each student, written whole or not at all. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Grade } from '../grade/grade.ts';
import { root } from '../places.ts';

export interface Result {
  student: string;
  /** The stage's name. */
  stage: string;
  /** Of the files that were graded. */
  hash: string;
  /** Of the grader that did it. */
  grader: string;
  /** Where the random runs began. Drawn when the submission was frozen. */
  seed: number;
  grade: Grade;
}

export class Results {
  readonly #folder: string;

  constructor(out: string) {
    this.#folder = join(out, 'results');
  }

  /** What is known of these very files, by this very grader. */
  find({ student, stage, hash, grader }: Omit<Result, 'seed' | 'grade'>): Result | undefined {
    try {
      const result: Result = JSON.parse(readFileSync(this.#file(student, stage), 'utf8'));
      return result.hash === hash && result.grader === grader ? result : undefined;
    } catch {
      // Not there, or not whole: then it is graded anew.
      return undefined;
    }
  }

  keep(result: Result): void {
    const file = this.#file(result.student, result.stage);
    mkdirSync(dirname(file), { recursive: true });
    const half = `${file}.${process.pid}.half`;
    writeFileSync(half, JSON.stringify(result));
    renameSync(half, file);
  }

  forget(student: string, stage: string): void {
    rmSync(this.#file(student, stage), { force: true });
  }

  #file(student: string, stage: string): string {
    return join(this.#folder, student, `${stage}.json`);
  }
}

/** A name for the grader as it is: another one if any file of a suite, or of what a suite stands on, has changed. */
export const graderFingerprint = (): string => fingerprintOf(graders.map((folder) => `packages/${folder}`));

/** Of all code in these folders, given from the root of the repository. */
export function fingerprintOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of folders.flatMap((folder) => codeBelow(join(root, folder))))
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const graders = [
  'checkers/src',
  'concurrency/src',
  'consistency/src',
  'explorer/src',
  'grading/src',
  'log-store/src',
  'protocol/src',
  'raft/src',
  'simulator/src',
  'shrinker/src',
  'transcript/src',
  'cli/src/class/judge',
  'cli/src/class/sandbox',
  'cli/src/class/wire',
  'cli/src/grade',
  'cli/src/sandbox',
];

const codeBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
