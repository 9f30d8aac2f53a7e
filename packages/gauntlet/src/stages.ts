/** What lies in `solutions/`: for each stage the reference, what is wrong and what is only unusual. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Suite } from '@weekend/grading';
import { type Handlers, suiteOf } from './suites.ts';

const root = join(import.meta.dirname, '../../../solutions');

export interface Stage {
  /** `election` */
  name: string;
  /** Of `solutions/03-election`. */
  folder: string;
  suite: Suite<Handlers>;
}

export const stages: readonly Stage[] = readdirSync(root)
  .filter((folder) => /^\d+-/.test(folder))
  .sort()
  .map((folder) => {
    const name = folder.replace(/^\d+-/, '');
    return { name, folder: join(root, folder), suite: suiteOf(name) };
  });

/** By its name, its folder's or its number. */
export function findStage(word: string): Stage {
  const found = stages.find(
    ({ name, folder }) => name === word || folder.endsWith(`/${word}`) || folder.includes(`/${word}-`),
  );
  if (found) return found;
  throw new Error(
    `Cannot run the gauntlet for ${word}: there is no such stage; wanted ${stages.map(({ name }) => name).join(', ')}`,
  );
}

export const reference = ({ folder, name }: Stage): string => join(folder, `${name}.ts`);

/** Which milestone has to find which mutants. */
export async function mutantsByMilestone({ folder }: Stage): Promise<Record<string, readonly string[]>> {
  return (await import(join(folder, 'mutants.ts'))).mutants;
}

/** Machine-made mutants that are as right as the reference: by why they are, their ids. */
export function explained({ folder }: Stage): Record<string, readonly string[]> {
  const file = join(folder, 'survivors.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The files of which a reference is made: its own, and those of its folder that it imports. */
export function filesOf(stage: Stage): string[] {
  const file = reference(stage);
  const imports = readFileSync(file, 'utf8').matchAll(/ from '[.]\/(.+)'/g);
  return [file, ...[...imports].map(([, name]) => join(stage.folder, `${name}`))];
}

export const namesIn = ({ folder }: Stage, kind: 'mutants' | 'variants'): string[] =>
  readdirSync(join(folder, kind))
    .map((file) => file.replace('.ts', ''))
    .sort();

export const urlOf = (file: string): string => pathToFileURL(file).href;
