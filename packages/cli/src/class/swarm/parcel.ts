/** What a job of a swarm is given: a submission and what to do with it, in one file that Docker hands to the task. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Dice } from '@weekend/grading';
import type { Case } from '../boxes/box.ts';

export interface Parcel {
  /** The stage's name. */
  stage: string;
  dice: Dice;
  /** The stub first. */
  files: readonly { path: string; text: string }[];
}

/** Where it is in the task's container. */
export const parcelFile = '/submission.json';

/** The one place in the container that can be written: a small piece of memory. */
export const writable = '/box';

/** Where the files are there. */
export const unpacked = `${writable}/submission`;

/** Docker takes no larger one. */
export const mostParcelBytes = 500_000;

export function packed({ stage, file, dice }: Case): Parcel {
  const folder = dirname(file);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path), text: readFileSync(path, 'utf8') }));
  return { stage: stage.name, dice, files };
}

/** Puts the files into a folder that is there and empty. */
export function unpack({ files }: Parcel, folder: string): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
