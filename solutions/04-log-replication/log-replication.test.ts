/** The suite held against what is right, what is wrong, and what is only unusual. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDice, type Outcome, proveMilestone, logReplication as suite } from '@weekend/grading';
import { notWritten } from '@weekend/protocol';
import type { Replication } from '@weekend/raft';
import { describe, expect, test } from 'vitest';
import { logReplication as reference } from './log-replication.ts';
import { mutants } from './mutants.ts';

const mutantFiles = await load('mutants');
const variantFiles = await load('variants');

test('the milestones are worth a hundred points', () => {
  expect(suite.milestones.reduce((sum, { points }) => sum + points, 0)).toBe(100);
});

test('the reference passes every milestone', async () => {
  expect(await failures(reference, 100)).toEqual({});
});

describe('what is not written yet', () => {
  test('an untouched stub is told so by every milestone, and nothing worse', async () => {
    const outcomes = await proveAll(stub(), defaultDice.seeds);
    for (const outcome of Object.values(outcomes))
      expect(outcome).toEqual({ kind: 'not-written', message: expect.stringMatching(/^not written yet: (on|send)/) });
  });

  test.each([
    [['onElected', 'onCommand'], ['leader-appends']],
    [
      ['onElected', 'onCommand', 'onAppendEntries'],
      ['leader-appends', 'consistency-check', 'appends-what-is-new', 'follower-commits', 'any-conversation'],
    ],
    [
      ['onElected', 'onCommand', 'onAppendEntries', 'sendEntries'],
      [
        'leader-appends',
        'consistency-check',
        'appends-what-is-new',
        'follower-commits',
        'any-conversation',
        'sends-what-is-missing',
      ],
    ],
  ] as const)('who has written %j has passed %j, and the rest is not written yet', async (written, passed) => {
    const outcomes = await proveAll(stub(written), 10);
    for (const [id, { kind }] of Object.entries(outcomes))
      expect([id, kind]).toEqual([id, (passed as readonly string[]).includes(id) ? 'passed' : 'not-written']);
  });
});

describe('mutants', () => {
  test('each belongs to one milestone, and each milestone has one that needs it', () => {
    expect(Object.keys(mutants)).toEqual(suite.milestones.map(({ id }) => id));
    expect(Object.values(mutants).flat().sort()).toEqual([...mutantFiles.keys()].sort());
  });

  const rows = Object.entries(mutants).flatMap(([milestone, names]) => names.map((name) => [name, milestone] as const));

  test.each(rows)('%s dies in %s', async (name, milestone) => {
    const outcome = await proveOne(milestone, mutantFiles.get(name) as Replication);
    expect(outcome.kind).toBe('broken');
    if (outcome.kind !== 'broken') return;
    expect(outcome.broken.message).not.toBe('');
    expect(outcome.broken.story.length).toBeLessThanOrEqual(30);
  });

  test('equal dice tell equal stories', async () => {
    const mutant = mutantFiles.get('applies-everything-again') as Replication;
    expect(await proveOne('storms', mutant)).toEqual(await proveOne('storms', mutant));
  });
});

describe('right, but unusual', () => {
  test.each([...variantFiles])('%s passes every milestone', async (_name, variant) => {
    expect(await failures(variant, 50)).toEqual({});
  });
});

/** A stub in which only these handlers are written: by the reference. */
function stub(written: readonly (keyof Replication)[] = []): Replication {
  const untouched = suite.handlers.map((handler) => [handler, () => notWritten(handler)]);
  const done = written.map((handler) => [handler, reference[handler]]);
  return Object.fromEntries([...untouched, ...done]);
}

async function failures(stage: Replication, seeds: number): Promise<Record<string, Outcome>> {
  const outcomes = Object.entries(await proveAll(stage, seeds));
  return Object.fromEntries(outcomes.filter(([, { kind }]) => kind !== 'passed'));
}

async function proveAll(stage: Replication, seeds: number): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const { id } of suite.milestones) outcomes[id] = await proveOne(id, stage, seeds);
  return outcomes;
}

function proveOne(id: string, stage: Replication, seeds = defaultDice.seeds): Promise<Outcome> {
  const milestone = suite.milestones.find((each) => each.id === id);
  if (!milestone) throw new Error(`Cannot prove ${id}: the suite has no such milestone`);
  return proveMilestone(milestone, stage, { ...defaultDice, seeds });
}

/** The stages of a folder, by the names of their files. */
async function load(folder: 'mutants' | 'variants'): Promise<Map<string, Replication>> {
  const names = readdirSync(join(import.meta.dirname, folder)).map((file) => file.replace('.ts', ''));
  const modules = names.map(async (name) => [name, (await import(`./${folder}/${name}.ts`)).logReplication] as const);
  return new Map(await Promise.all(modules));
}
