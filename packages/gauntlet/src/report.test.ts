import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { HandWritten, MutantRun } from './hand-written.ts';
import type { ProofOutcome } from './job.ts';
import { rowsOf, tellHandWritten } from './report.ts';

const broken = (told: { seed?: number; states?: number }): ProofOutcome => ({
  kind: 'broken',
  broken: { message: 'two lead', story: [], ...told },
});
const passed: ProofOutcome = { kind: 'passed' };

const mutant = (name: string, ms: number, home: ProofOutcome, elsewhere: ProofOutcome = passed): MutantRun => ({
  name,
  milestone: 'one-vote-a-term',
  verdicts: [
    { milestone: 'one-vote-a-term', outcome: home, ms },
    { milestone: 'storms', outcome: elsewhere, ms: 1 },
  ],
});

const run: HandWritten = {
  stage: 'election',
  mutants: [
    mutant('votes-twice', 10, broken({})),
    mutant('forgets-its-vote', 20, broken({ seed: 7 }), broken({ seed: 1 })),
    mutant('votes-before-it-saves', 30, broken({ states: 40 })),
    mutant('throws-deep-down', 40, { kind: 'threw', message: '', frames: [], story: [], states: 900 }),
    mutant('never-comes-back', 50, { kind: 'ended', message: 'no answer' }),
  ],
  accused: [],
  variants: 3,
  unclaimed: [],
};

test('each death counts for the engine that it came of, with its price: a scene, a seed, or every order in so many states', () => {
  expect(rowsOf(run, ['one-vote-a-term'], false)).toEqual([
    {
      milestone: 'one-vote-a-term',
      claimed: 5,
      killed: 5,
      byScenario: 2,
      bySeeds: 1,
      byEveryOrder: 2,
      medianMs: 30,
      medianStates: 900,
    },
  ]);
});

test('where no order was tried, no states are told', () => {
  const [row] = rowsOf({ ...run, mutants: run.mutants.slice(0, 2) }, ['one-vote-a-term'], true);
  expect(row).toMatchObject({ byScenario: 1, bySeeds: 1, byEveryOrder: 0, finds: 2, findsAlone: 1 });
  expect(row).not.toHaveProperty('medianStates');
});

test('the table has a column for each engine, and fits on eighty columns', () => {
  const rows = rowsOf(run, ['one-vote-a-term', 'answered-when-applied'], true);
  const [head, ...table] = stripVTControlCharacters(tellHandWritten(run, rows, 1234)).split('\n');
  expect(head).toBe('election: 5 of 5 mutants die, none of 3 right ones fail (1.2 s)');
  expect(table.slice(0, 2)).toEqual([
    '  milestone              dead  scenes  seeds  orders  states  ms  finds  alone',
    '  one-vote-a-term         5/5       2      1       2     900  30      5      4',
  ]);
  expect(Math.max(...table.slice(0, 3).map((line) => line.length))).toBeLessThanOrEqual(80);
});
