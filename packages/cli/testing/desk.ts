/** A student's desk for tests: folders of its own, in which nobody's work can be lost. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Desk } from '../src/loop/desk.ts';
import { stages } from '../src/stages.ts';
import { temporaryFolder } from './submissions.ts';

export const freshText = 'export const election = {};\n';

/** Each stub is as on the first day. */
export function deskForTest(): Desk {
  const folder = temporaryFolder();
  const desk: Desk = {
    home: join(folder, '.weekend'),
    mine: ({ name }) => join(folder, 'mine', `${name}.ts`),
    fresh: () => freshText,
    reference: ({ name }) => join(folder, 'reference', `${name}.ts`),
  };
  for (const stage of stages) {
    for (const file of [desk.mine(stage), desk.reference(stage)]) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, freshText);
    }
  }
  return desk;
}
