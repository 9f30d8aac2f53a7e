import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { longestStory, storyOf, concurrency as suite } from '@weekend/grading';
import { Apart, type ApartOutcome } from '@weekend/grading/apart';
import { afterAll, describe, expect, test } from 'vitest';
import { mutants } from './mutants.ts';

/** Milliseconds after which a proof is given up. One that comes back at all comes back in a fraction of it. */
const patience = 15_000;
const apart = new Apart(patience);
afterAll(() => apart.end());

const neverReturn = ['asks-again-and-again'];

test('the milestones are worth a hundred points', () => {
  expect(suite.milestones.reduce((sum, { points }) => sum + points, 0)).toBe(100);
});

test('the reference passes every milestone, whatever the dice', async () => {
  for (const seed of [1, 2, 3]) expect(await failures('concurrency.ts', seed)).toEqual({});
});

test('an untouched stub is told by every milestone that it is not written yet, and nothing worse', async () => {
  const stub = '../../exercises/01-concurrency/concurrency.ts';
  for (const { id } of suite.milestones)
    expect(await prove(stub, id)).toEqual({
      kind: 'not-written',
      message: expect.stringMatching(/^not written yet: /),
    });
});

describe('mutants', () => {
  test('each belongs to one milestone, and each milestone has one that needs it', () => {
    expect(Object.keys(mutants)).toEqual(suite.milestones.map(({ id }) => id));
    expect(Object.values(mutants).flat().sort()).toEqual(files('mutants'));
  });

  const rows = Object.entries(mutants).flatMap(([milestone, names]) => names.map((name) => [name, milestone] as const));

  test.each(rows.filter(([name]) => !neverReturn.includes(name)))('%s dies in %s', async (name, milestone) => {
    const outcome = await prove(`mutants/${name}.ts`, milestone);
    expect(['broken', 'threw']).toContain(outcome.kind);
    if (outcome.kind === 'broken') expect(outcome.broken.message).not.toBe('');
    hasShortStory(outcome);
  });

  // One in eight: the milestones that it was not made for tell its story by the same means.
  test.each(rows.filter((_, i) => i % 8 === 0))('%s has a short story, whichever milestone finds it', async (name) => {
    for (const { id } of suite.milestones) hasShortStory(await prove(`mutants/${name}.ts`, id));
  });

  test('equal dice tell equal stories', async () => {
    const tale = () => prove('mutants/lets-newcomers-slip-in.ts', 'mutex', 7);
    expect(await tale()).toEqual(await tale());
  });
});

describe('right, but unusual', () => {
  test.each(files('variants'))('%s passes every milestone', async (name) => {
    expect(await failures(`variants/${name}.ts`, 1)).toEqual({});
  });
});

test('what holds the thread for ever is given up', { timeout: 2 * patience }, async () => {
  for (const name of neverReturn)
    expect(await new Apart(2000).prove(proofOf(`mutants/${name}.ts`, 'mutex', 1))).toEqual({ kind: 'never returned' });
});

function hasShortStory(outcome: ApartOutcome): void {
  if (outcome.kind !== 'never returned') expect(storyOf(outcome).length).toBeLessThanOrEqual(longestStory);
}

async function failures(file: string, seed: number): Promise<Record<string, ApartOutcome>> {
  const failed: Record<string, ApartOutcome> = {};
  for (const { id } of suite.milestones) {
    const outcome = await prove(file, id, seed);
    if (outcome.kind !== 'passed') failed[id] = outcome;
  }
  return failed;
}

const prove = (file: string, milestone: string, seed = 1): Promise<ApartOutcome> =>
  apart.prove(proofOf(file, milestone, seed));

const proofOf = (file: string, milestone: string, seed: number) => ({
  stage: 'concurrency' as const,
  submission: pathToFileURL(join(import.meta.dirname, file)).href,
  milestone,
  dice: { seed },
});

function files(folder: 'mutants' | 'variants'): string[] {
  return readdirSync(join(import.meta.dirname, folder))
    .map((file) => file.replace('.ts', ''))
    .sort();
}
