/** Where a student's things lie. Tests set up a desk of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../places.ts';
import { reference, type Stage, stub } from '../stages.ts';

export interface Desk {
  /** What we keep for the student, outside of git's way. */
  home: string;
  /** The file that the student writes. */
  mine(stage: Stage): string;
  /** That file as it was on the first day. */
  fresh(stage: Stage): string;
  reference(stage: Stage): string;
}

const stubs = fileURLToPath(new URL('../../stubs/', import.meta.url));

export const desk: Desk = {
  home: join(root, '.weekend'),
  mine: stub,
  fresh: ({ name }) => readFileSync(join(stubs, `${name}.ts.txt`), 'utf8'),
  reference,
};
