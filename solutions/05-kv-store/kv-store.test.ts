/** The hidden suite against what is known to be right, unusual, wrong, and not written yet. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDice, type Outcome, proveMilestone, kvStore as suite } from '@weekend/grading';
import { notWritten } from '@weekend/protocol';
import type { KeyValue } from '@weekend/raft';
import { describe, expect, test } from 'vitest';
import { kvStore as reference } from './kv-store.ts';
import { mutants } from './mutants.ts';

const mutantFiles = await load('mutants');
const variantFiles = await load('variants');

test('the milestones are worth a hundred points', () => {
  expect(suite.milestones.reduce((sum, { points }) => sum + points, 0)).toBe(100);
});

test('the reference passes every milestone', async () => {
  expect(await failures(reference, 200)).toEqual({});
});

describe('what is not written yet', () => {
  test('an untouched stub is told so by every milestone, and nothing worse', async () => {
    const outcomes = await proveAll(stub(), defaultDice.seeds);
    for (const outcome of Object.values(outcomes))
      expect(outcome).toEqual({ kind: 'not-written', message: expect.stringMatching(/^not written yet: (on|apply)/) });
  });

  const machine = ['indexes', 'lists-and-deletes', 'compare-and-set'];
  const writes = [...machine, 'answered-when-applied', 'once-and-for-all', 'one-machine', 'stale-reads'];

  test.each([
    [['onRequest', 'apply'], writes],
    [
      ['onRequest', 'apply', 'onDeposed'],
      [...writes, 'leadership-lost'],
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
    const outcome = await proveOne(milestone, mutantFiles.get(name) as KeyValue);
    expect(outcome.kind).toBe('broken');
    if (outcome.kind !== 'broken') return;
    expect(outcome.broken.message).not.toBe('');
    expect(outcome.broken.story.length).toBeGreaterThan(0);
    expect(outcome.broken.story.length).toBeLessThanOrEqual(30);
  });

  test('equal dice tell equal stories', async () => {
    const mutant = mutantFiles.get('forgets-sessions-that-rest') as KeyValue;
    expect(await proveOne('histories', mutant)).toEqual(await proveOne('histories', mutant));
  });
});

describe('right, but unusual', () => {
  test.each([...variantFiles])('%s passes every milestone', async (_name, variant) => {
    expect(await failures(variant, 200)).toEqual({});
  });
});

/** A stub in which only these handlers are written: by the reference. */
function stub(written: readonly (keyof KeyValue)[] = []): KeyValue {
  const untouched = suite.handlers.map((handler) => [handler, () => notWritten(handler)]);
  const done = written.map((handler) => [handler, reference[handler]]);
  return Object.fromEntries([...untouched, ...done]);
}

async function failures(stage: KeyValue, seeds: number): Promise<Record<string, Outcome>> {
  const outcomes = Object.entries(await proveAll(stage, seeds));
  return Object.fromEntries(outcomes.filter(([, { kind }]) => kind !== 'passed'));
}

async function proveAll(stage: KeyValue, seeds: number): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const { id } of suite.milestones) outcomes[id] = await proveOne(id, stage, seeds);
  return outcomes;
}

function proveOne(id: string, stage: KeyValue, seeds = defaultDice.seeds): Promise<Outcome> {
  const milestone = suite.milestones.find((each) => each.id === id);
  if (!milestone) throw new Error(`Cannot prove ${id}: the suite has no such milestone`);
  return proveMilestone(milestone, stage, { ...defaultDice, seeds });
}

async function load(folder: 'mutants' | 'variants'): Promise<Map<string, KeyValue>> {
  const names = readdirSync(join(import.meta.dirname, folder)).map((file) => file.replace('.ts', ''));
  const modules = names.map(async (name) => [name, (await import(`./${folder}/${name}.ts`)).kvStore] as const);
  return new Map(await Promise.all(modules));
}
