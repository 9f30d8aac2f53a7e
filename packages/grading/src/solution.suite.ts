/**
 * What every solution has to show: its reference passes the stage's suite, each mutant dies in the milestone whose rule it
 * breaks, no unusual and right variant fails, and who has written half passes half. A function of the solution, so that
 * all stages are held to one text.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportOf, notWritten } from '@weekend/protocol';
import type { describe as describeType, expect as expectType, test as testType } from 'vitest';
import { type Outcome, proveMilestone, storyOf } from './prove.ts';
import { longestStory } from './short-story.ts';
import { defaultDice, type Suite } from './suite.ts';

export interface Vitest {
  describe: typeof describeType;
  test: typeof testType;
  expect: typeof expectType;
}

export interface Solution<Stage> {
  suite: Suite<Stage>;
  reference: Stage;
  /** For each milestone, in their order, the mutants that it must find. */
  mutants: Readonly<Record<string, readonly string[]>>;
  /** Where `mutants` and `variants` lie, and how a file there is imported. */
  folder: string;
  load(folder: 'mutants' | 'variants', name: string): Promise<Record<string, Stage>>;
  /** How many seeds the right ones have to pass here. */
  seeds: { reference: number; variants: number };
  /** Who has written these handlers passes these milestones, and no other. */
  growing: readonly (readonly [written: readonly (keyof Stage & string)[], passed: readonly string[]])[];
  /** A mutant that only random runs of a milestone find. */
  random: { milestone: string; mutant: string };
}

export async function solutionSuite<Stage extends object>(
  { describe, test, expect }: Vitest,
  { suite, reference, mutants, folder, load, seeds, growing, random }: Solution<Stage>,
): Promise<void> {
  const mutantStages = await loadAll('mutants');
  const variantStages = await loadAll('variants');

  test('the milestones are worth a hundred points', () => {
    expect(suite.milestones.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  });

  test('the reference passes every milestone', async () => {
    expect(await failures(reference, seeds.reference)).toEqual({});
  });

  describe('what is not written yet', () => {
    test('an untouched stub is told so by every milestone, and nothing worse', async () => {
      const outcome = { kind: 'not-written', message: expect.stringMatching(/^not written yet: /) };
      for (const [id, is] of Object.entries(await proveAll(stub(), defaultDice.seeds)))
        expect([id, is]).toEqual([id, outcome]);
    });

    test.each(growing)('who has written %j has passed %j, and the rest is not written yet', async (written, passed) => {
      for (const [id, { kind }] of Object.entries(await proveAll(stub(written), 10)))
        expect([id, kind]).toEqual([id, passed.includes(id) ? 'passed' : 'not-written']);
    });
  });

  describe('mutants', () => {
    test('each belongs to one milestone, and each milestone has one that needs it', () => {
      expect(Object.keys(mutants)).toEqual(suite.milestones.map(({ id }) => id));
      expect(Object.values(mutants).flat().sort()).toEqual([...mutantStages.keys()].sort());
    });

    const rows = Object.entries(mutants).flatMap(([milestone, names]) =>
      names.map((name) => [name, milestone] as const),
    );

    const oneIn = (many: number) => rows.filter((_, i) => i % many === 0);

    test.each(rows)('%s dies in %s', async (name, milestone) => {
      const outcome = await proveOne(milestone, mutantStages.get(name) as Stage);
      expect(outcome.kind).toBe('broken');
      if (outcome.kind !== 'broken') return;
      expect(outcome.broken.message).not.toBe('');
      expect(storyOf(outcome).length).toBeLessThanOrEqual(longestStory);
    });

    // One in eight: each costs three proofs. Not of those that break the contract: who is not deterministic is so each
    // time in another way.
    test.each(oneIn(8))('%s is told again, word for word, by its seed alone', async (name, milestone) => {
      const mutant = mutantStages.get(name) as Stage;
      const outcome = await proveOne(milestone, mutant);
      if (outcome.kind !== 'broken' || outcome.broken.rule === 'The contract of a protocol') return;
      const { seed = defaultDice.seed, message, story } = outcome.broken;
      expect(await proveOne(milestone, mutant, 1, seed)).toMatchObject({
        kind: 'broken',
        broken: { message, story },
      });
    });

    // Few, and with few seeds: a milestone that it was not made for tells its story by the same means.
    test.each(oneIn(24))('%s has a short story, whichever milestone finds it', async (name) => {
      for (const [id, outcome] of Object.entries(await proveAll(mutantStages.get(name) as Stage, 10)))
        expect([id, storyOf(outcome).length <= longestStory]).toEqual([id, true]);
    });

    test('equal dice tell equal stories', async () => {
      const tale = () => proveOne(random.milestone, mutantStages.get(random.mutant) as Stage);
      expect(await tale()).toEqual(await tale());
    });
  });

  describe('right, but unusual', () => {
    test.each([...variantStages])('%s passes every milestone', async (_name, variant) => {
      expect(await failures(variant, seeds.variants)).toEqual({});
    });
  });

  /** A stub in which only these handlers are written: by the reference. */
  function stub(written: readonly (keyof Stage & string)[] = []): Stage {
    const untouched = suite.handlers.map((handler) => [handler, () => notWritten(handler)]);
    const done = written.map((handler) => [handler, reference[handler]]);
    return Object.fromEntries([...untouched, ...done]);
  }

  async function failures(stage: Stage, howMany: number): Promise<Record<string, Outcome>> {
    const outcomes = Object.entries(await proveAll(stage, howMany));
    return Object.fromEntries(outcomes.filter(([, { kind }]) => kind !== 'passed'));
  }

  async function proveAll(stage: Stage, howMany: number): Promise<Record<string, Outcome>> {
    const outcomes: Record<string, Outcome> = {};
    for (const { id } of suite.milestones) outcomes[id] = await proveOne(id, stage, howMany);
    return outcomes;
  }

  function proveOne(id: string, stage: Stage, seeds = defaultDice.seeds, seed = defaultDice.seed): Promise<Outcome> {
    const milestone = suite.milestones.find((each) => each.id === id);
    if (!milestone) throw new Error(`Cannot prove ${id}: the suite has no such milestone`);
    return proveMilestone(milestone, stage, { seed, seeds });
  }

  /** The stages of a folder, by the names of their files. */
  async function loadAll(name: 'mutants' | 'variants'): Promise<Map<string, Stage>> {
    const files = readdirSync(join(folder, name)).map((file) => file.replace('.ts', ''));
    const modules = files.map(async (file) => {
      const module = await load(name, file);
      return [file, module[exportOf(suite.stage)] as Stage] as const;
    });
    return new Map(await Promise.all(modules));
  }
}
