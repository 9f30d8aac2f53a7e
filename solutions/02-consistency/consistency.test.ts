import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Consistency } from '@weekend/consistency';
import { defaultDice, type Outcome, proveMilestone, consistency as suite } from '@weekend/grading';
import { notWritten } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { consistency as reference } from './consistency.ts';
import { mutants } from './mutants.ts';

const mutantFiles = await load('mutants');
const variantFiles = await load('variants');

test('the milestones are worth a hundred points', () => {
  expect(suite.milestones.reduce((sum, { points }) => sum + points, 0)).toBe(100);
});

test('the reference passes every milestone', async () => {
  expect(await failures(reference, 300)).toEqual({});
});

describe('what is not written yet', () => {
  test('an untouched stub is told so by every milestone, and nothing worse', async () => {
    for (const outcome of Object.values(await proveAll(stub(), 10)))
      expect(outcome).toEqual({ kind: 'not-written', message: expect.stringMatching(/^not written yet: /) });
  });

  test.each([
    [['newest', 'onEventualGet', 'onEventualPut'], ['newest-version']],
    [
      ['newest', 'onEventualGet', 'onEventualPut', 'onGossipTimer', 'onGossip'],
      ['newest-version', 'gossip-converges'],
    ],
    [['compareClocks', 'mergeClocks'], ['vector-clocks']],
    [
      ['newest', 'onCausalGet', 'onCausalPut', 'onUpdate'],
      ['causal-delivery', 'session-guarantees'],
    ],
    [
      ['onSequentialGet', 'onSequentialPut', 'onForward', 'onOrdered'],
      ['one-order', 'local-reads'],
    ],
    [['onPrimaryGet', 'onPrimaryPut', 'onReplicate', 'onReplicated', 'onView'], ['through-the-primary']],
    [['strongestModel'], ['strongest-model']],
    [['isLinearizable'], ['is-linearizable']],
  ] as const)('who has written %j has passed %j, and the rest is not written yet', async (written, passed) => {
    for (const [id, { kind }] of Object.entries(await proveAll(stub(written), 10)))
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
    const outcome = await proveOne(milestone, mutantFiles.get(name) as Consistency);
    expect(outcome.kind).toBe('broken');
    if (outcome.kind !== 'broken') return;
    expect(outcome.broken.message).not.toBe('');
    expect(outcome.broken.story.length).toBeLessThanOrEqual(30);
  });

  test('equal dice tell equal stories', async () => {
    const mutant = mutantFiles.get('reads-do-not-wait') as Consistency;
    expect(await proveOne('session-guarantees', mutant)).toEqual(await proveOne('session-guarantees', mutant));
  });
});

describe('right, but unusual', () => {
  test.each([...variantFiles])('%s passes every milestone', async (_name, variant) => {
    expect(await failures(variant, 200)).toEqual({});
  });
});

/** A stub in which only these functions are written: by the reference. */
function stub(written: readonly (keyof Consistency)[] = []): Consistency {
  const untouched = suite.handlers.map((handler) => [handler, () => notWritten(handler)]);
  const done = written.map((handler) => [handler, reference[handler]]);
  return Object.fromEntries([...untouched, ...done]);
}

async function failures(stage: Consistency, seeds: number): Promise<Record<string, Outcome>> {
  const outcomes = Object.entries(await proveAll(stage, seeds));
  return Object.fromEntries(outcomes.filter(([, { kind }]) => kind !== 'passed'));
}

async function proveAll(stage: Consistency, seeds: number): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const { id } of suite.milestones) outcomes[id] = await proveOne(id, stage, seeds);
  return outcomes;
}

function proveOne(id: string, stage: Consistency, seeds = defaultDice.seeds): Promise<Outcome> {
  const milestone = suite.milestones.find((each) => each.id === id);
  if (!milestone) throw new Error(`Cannot prove ${id}: the suite has no such milestone`);
  return proveMilestone(milestone, stage, { ...defaultDice, seeds });
}

/** The stages of a folder, by the names of their files. */
async function load(folder: 'mutants' | 'variants'): Promise<Map<string, Consistency>> {
  const names = readdirSync(join(import.meta.dirname, folder)).map((file) => file.replace('.ts', ''));
  const modules = names.map(async (name) => [name, (await import(`./${folder}/${name}.ts`)).consistency] as const);
  return new Map(await Promise.all(modules));
}
