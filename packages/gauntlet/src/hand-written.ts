/** The mutants and variants that lie beside a reference: each mutant has to die in its milestone, each variant to pass them all. */
import { join } from 'node:path';
import { defaultDice } from '@weekend/grading';
import { isFound, type ProofOutcome, type Verdict } from './job.ts';
import type { Pool } from './pool.ts';
import { mutantsByMilestone, namesIn, reference, type Stage, urlOf } from './stages.ts';

export interface MutantRun {
  name: string;
  /** The milestone that its mistake belongs to. */
  milestone: string;
  /** Of that milestone; of all of them, if the whole suite was run. */
  verdicts: readonly Verdict[];
}

export interface HandWritten {
  stage: string;
  mutants: readonly MutantRun[];
  /** What a right stage failed, which it should not. The reference is among them. */
  accused: readonly { name: string; milestone: string; why: string }[];
  variants: number;
  /** Mutants that no milestone claims, and claims for which there is no mutant. */
  unclaimed: readonly string[];
}

export interface Options {
  seeds?: number;
  /** Every mutant against every milestone, to see which of them nobody needs. */
  whole?: boolean;
}

export async function handWritten(stage: Stage, pool: Pool, { seeds = defaultDice.seeds, whole }: Options = {}) {
  const all = stage.suite.milestones.map(({ id }) => id);
  const claims = Object.entries(await mutantsByMilestone(stage)).flatMap(([milestone, names]) =>
    names.map((name) => ({ name, milestone })),
  );
  const prove = (file: string, milestones: readonly string[]) =>
    pool.run({ stage: stage.name, submission: urlOf(file), milestones, dice: { ...defaultDice, seeds } });

  const mutants = claims.map(async ({ name, milestone }): Promise<MutantRun> => {
    const verdicts = await prove(join(stage.folder, 'mutants', `${name}.ts`), whole ? all : [milestone]);
    return { name, milestone, verdicts };
  });
  const variants = namesIn(stage, 'variants');
  const right = [reference(stage), ...variants.map((name) => join(stage.folder, 'variants', `${name}.ts`))];
  const accused = right.map(async (file) => {
    const failed = (await prove(file, all)).filter(({ outcome }) => outcome.kind !== 'passed');
    const name = file.slice(stage.folder.length + 1);
    return failed.map(({ milestone, outcome }) => ({ name, milestone, why: reason(outcome) }));
  });

  const claimed = claims.map(({ name }) => name);
  const there = namesIn(stage, 'mutants');
  const result: HandWritten = {
    stage: stage.name,
    mutants: await Promise.all(mutants),
    accused: (await Promise.all(accused)).flat(),
    variants: right.length,
    unclaimed: [...claimed, ...there].filter((name) => !claimed.includes(name) || !there.includes(name)),
  };
  return result;
}

/** How it died in the milestone that its mistake belongs to; nothing if it did not. */
export function death({ milestone, verdicts }: MutantRun): Verdict | undefined {
  return verdicts.find((verdict) => verdict.milestone === milestone && isFound(verdict.outcome));
}

export const holds = ({ mutants, accused, unclaimed }: HandWritten): boolean =>
  mutants.every((mutant) => death(mutant)) && accused.length === 0 && unclaimed.length === 0;

/** In one line. */
export function reason(outcome: ProofOutcome): string {
  switch (outcome.kind) {
    case 'passed':
      return 'passed';
    case 'broken':
      return outcome.broken.message;
    case 'not-written':
    case 'threw':
    case 'ended':
    case 'suite-threw':
      return outcome.message;
    default:
      return outcome satisfies never;
  }
}
