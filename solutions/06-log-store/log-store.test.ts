/** The suite of stage 06 passes what is right, and finds what is wrong. In a thread apart: some mutants fail unheard. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { longestStory, storyOf, logStore as suite } from '@weekend/grading';
import { Apart, type ApartOutcome } from '@weekend/grading/apart';
import { afterAll, describe, expect, test } from 'vitest';
import { mutants } from './mutants.ts';

const apart = new Apart(15_000);
afterAll(() => apart.end());

const stub = join(import.meta.dirname, '../../exercises/06-log-store/log-store.ts');

test('the milestones are worth a hundred points', () => {
  expect(suite.milestones.reduce((sum, { points }) => sum + points, 0)).toBe(100);
});

test('the reference passes every milestone', async () => {
  expect(await failures(here('log-store.ts'), 1_000)).toEqual({});
});

test('an untouched stub is told so by every milestone, and nothing worse', async () => {
  for (const outcome of Object.values(await proveAll(stub)))
    expect(outcome).toEqual({ kind: 'not-written', message: expect.stringMatching(/^not written yet: open, /) });
});

describe('mutants', () => {
  test('each belongs to one milestone, and each milestone has one that needs it', () => {
    expect(Object.keys(mutants)).toEqual(suite.milestones.map(({ id }) => id));
    expect(Object.values(mutants).flat().sort()).toEqual(namesIn('mutants'));
  });

  const rows = Object.entries(mutants).flatMap(([milestone, names]) => names.map((name) => [name, milestone] as const));

  test.each(rows)('%s dies in %s', async (name, milestone) => {
    const outcome = await proveOne(milestone, here(`mutants/${name}.ts`));
    expect(['broken', 'threw']).toContain(outcome.kind);
    if (outcome.kind === 'broken') expect(outcome.broken.message).not.toBe('');
    hasShortStory(outcome);
  });

  // One in four: the milestones that it was not made for tell its story by the same means.
  test.each(rows.filter((_, i) => i % 4 === 0))('%s has a short story, whichever milestone finds it', async (name) => {
    for (const outcome of Object.values(await proveAll(here(`mutants/${name}.ts`), 10))) hasShortStory(outcome);
  });

  test('equal dice tell equal stories', async () => {
    const mutant = here('mutants/takes-its-number-late.ts');
    expect(await proveOne('order', mutant)).toEqual(await proveOne('order', mutant));
  });
});

describe('right, but unusual', () => {
  test.each(namesIn('variants'))('%s passes every milestone', async (name) => {
    expect(await failures(here(`variants/${name}.ts`), 300)).toEqual({});
  });
});

function hasShortStory(outcome: ApartOutcome): void {
  if (outcome.kind !== 'never returned') expect(storyOf(outcome).length).toBeLessThanOrEqual(longestStory);
}

const here = (path: string): string => join(import.meta.dirname, path);

function namesIn(folder: 'mutants' | 'variants'): string[] {
  return readdirSync(here(folder))
    .map((file) => file.replace('.ts', ''))
    .sort();
}

async function failures(file: string, seeds: number): Promise<Record<string, ApartOutcome>> {
  const outcomes = Object.entries(await proveAll(file, seeds));
  return Object.fromEntries(outcomes.filter(([, { kind }]) => kind !== 'passed'));
}

async function proveAll(file: string, seeds?: number): Promise<Record<string, ApartOutcome>> {
  const outcomes: Record<string, ApartOutcome> = {};
  for (const { id } of suite.milestones) outcomes[id] = await proveOne(id, file, seeds);
  return outcomes;
}

function proveOne(milestone: string, file: string, seeds = 100): Promise<ApartOutcome> {
  return apart.prove({ stage: 'log-store', submission: pathToFileURL(file).href, milestone, dice: { seeds } });
}
