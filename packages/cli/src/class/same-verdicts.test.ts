/** Stages whose functions answer with promises: what a class is told of them is what each student is told at home. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asyncStages } from '../../testing/async-attacks.ts';
import { handIn } from '../../testing/class-of.ts';
import { temporaryFolder } from '../../testing/submissions.ts';
import { runSubmission } from '../sandbox/run.ts';
import { reference, type Stage } from '../stages.ts';
import { apartLimits } from './apart-limits.ts';
import { childBox } from './boxes/child.ts';
import { runApart } from './run-apart.ts';

/** The machine may be busy. */
const patient = { timeout: 300_000 };

/** Fewer seeds than of a grade: each call goes to another process and back. */
const dice = { seed: 1, seeds: 25 };
const never = new AbortController().signal;

/** How each milestone ended, with its reason. */
async function verdicts(stage: Stage, solution: string, milestone?: string) {
  const folder = temporaryFolder();
  handIn(folder, 'ada', stage.name, solution);
  const file = join(folder, 'ada', stage.folder, `${stage.name}.ts`);
  const only = milestone === undefined ? {} : { milestone };
  const atHome = await runSubmission({ stage: stage.name, file, imports: stage.imports, dice, ...only });
  const { run } = await runApart({ stage, file, dice, ...only }, childBox(), apartLimits, never);
  const told = ({ proofs }: typeof run) => proofs.map(({ id, outcome }) => [id, outcome.kind]);
  return {
    atHome: told(atHome),
    inClass: told(run),
    passed: run.proofs.map(({ outcome }) => outcome.kind === 'passed'),
  };
}

const solutions = new Map<string, Record<string, readonly string[]>>();
for (const stage of asyncStages)
  solutions.set(stage.name, (await import(join(dirname(reference(stage)), 'mutants.ts'))).mutants);

describe.for(asyncStages.map((stage): [string, Stage] => [stage.name, stage]))('in %s', ([, stage]) => {
  const mutants = Object.entries(solutions.get(stage.name) ?? {});
  test.for(mutants.filter((_each, i) => i % 3 === 0))(
    '%s finds its first mutant',
    patient,
    async ([milestone, [mutant]]) => {
      const { atHome, inClass, passed } = await verdicts(stage, `mutants/${mutant}`, milestone);
      expect(inClass).toEqual(atHome);
      // One that never comes to rest is proved to be nothing at all.
      expect(passed).not.toContain(true);
    },
  );

  // Each of them takes as long as the reference.
  const variants = readdirSync(join(dirname(reference(stage)), 'variants')).slice(0, 1);
  test.for(variants)('%s holds in everything', patient, async (name) => {
    const { passed } = await verdicts(stage, `variants/${name.replace('.ts', '')}`);
    expect(passed).not.toContain(false);
    expect(passed).toHaveLength(mutants.length);
  });
});
