/** What the gauntlet found, as tables to read. */
import { styleText } from 'node:util';
import { death, type HandWritten, type MutantRun, reason } from './hand-written.ts';
import { isFound } from './job.ts';
import type { Machine } from './machine.ts';

export interface MilestoneRow {
  milestone: string;
  /** Mutants whose mistake belongs to it, and how many of them it finds. */
  claimed: number;
  killed: number;
  /** By which engine: a death with a seed came of random runs. */
  byScenario: number;
  bySeeds: number;
  /** What a kill took, in the middle. */
  medianMs: number;
  /** Where the whole suite was run: how many of all mutants die here, and how many die nowhere else. */
  finds?: number;
  findsAlone?: number;
}

export function rowsOf({ mutants }: HandWritten, milestones: readonly string[], whole: boolean): MilestoneRow[] {
  return milestones.map((milestone) => {
    const claimed = mutants.filter((mutant) => mutant.milestone === milestone);
    const deaths = claimed.flatMap((mutant) => death(mutant) ?? []);
    const bySeeds = deaths.filter(({ outcome }) => seedOf(outcome) !== undefined).length;
    const found = mutants.filter((mutant) => diesIn(mutant).includes(milestone));
    return {
      milestone,
      claimed: claimed.length,
      killed: deaths.length,
      byScenario: deaths.length - bySeeds,
      bySeeds,
      medianMs: median(deaths.map(({ ms }) => ms)),
      ...(whole && { finds: found.length, findsAlone: found.filter((mutant) => diesIn(mutant).length === 1).length }),
    };
  });
}

export function tellHandWritten(result: HandWritten, rows: readonly MilestoneRow[], ms: number): string {
  const { mutants, accused, variants, unclaimed } = result;
  const dead = mutants.filter((mutant) => death(mutant));
  const head = `${result.stage}: ${dead.length} of ${mutants.length} mutants die, ${accused.length === 0 ? 'none' : accused.length} of ${variants} right ones fail (${(ms / 1000).toFixed(1)} s)`;
  const table = rows.map((row) => {
    const engines = `${row.byScenario} by scenario, ${row.bySeeds} by seeds`;
    const alone = row.finds === undefined ? '' : `, finds ${row.finds}, ${row.findsAlone} alone`;
    return `  ${row.milestone.padEnd(24)} ${`${row.killed}/${row.claimed}`.padStart(7)}  ${engines.padEnd(28)} ${row.medianMs.toFixed(0).padStart(5)} ms${alone}`;
  });
  const alive = mutants.filter((mutant) => !death(mutant));
  const wrong = [
    ...alive.map(({ name, milestone, verdicts }) => {
      const [verdict] = verdicts.filter((each) => each.milestone === milestone);
      return `mutants/${name} does not die in ${milestone}: ${verdict ? reason(verdict.outcome) : 'no such milestone'}`;
    }),
    ...accused.map(({ name, milestone, why }) => `${name} is right and fails ${milestone}: ${why}`),
    ...unclaimed.map(
      (name) => `mutants/${name} is not there, or mutants.ts does not say which milestone it belongs to`,
    ),
    ...rows.filter(({ killed }) => killed === 0).map(({ milestone }) => `${milestone} kills nothing: it may go`),
  ];
  return [head, ...table, ...wrong.map((line) => `  ${bad(line)}`)].join('\n');
}

export function tellMachine({ stage, mutants, killed, explained, unexplained, stale }: Machine, ms: number): string {
  const head = `${stage}: ${killed} of ${mutants} machine-made mutants die, ${explained} more are explained (${(ms / 1000).toFixed(1)} s)`;
  return [
    head,
    ...unexplained.map(({ id, place }) => `  ${bad('survives')} ${id}\n    ${place}`),
    ...stale.map((id) => `  ${bad('is explained, and is no survivor')} ${id}`),
  ].join('\n');
}

const bad = (text: string): string => styleText('red', text);

const diesIn = ({ verdicts }: MutantRun): string[] =>
  verdicts.filter(({ outcome }) => isFound(outcome)).map(({ milestone }) => milestone);

function seedOf(outcome: MutantRun['verdicts'][number]['outcome']): number | undefined {
  if (outcome.kind === 'broken') return outcome.broken.seed;
  return outcome.kind === 'threw' ? outcome.seed : undefined;
}

/** 0 of none. */
function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
