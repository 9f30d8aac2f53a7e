/** What the gauntlet found, as tables to read. */
import { styleText } from 'node:util';
import type { Told } from '@weekend/grading';
import { death, type HandWritten, type MutantRun, reason } from './hand-written.ts';
import { isFound, type ProofOutcome } from './job.ts';
import type { Machine } from './machine.ts';

export interface MilestoneRow {
  milestone: string;
  /** Mutants whose mistake belongs to it, and how many of them it finds. */
  claimed: number;
  killed: number;
  /** By which engine: a death with a seed came of random runs, one with states of trying every order. */
  byScenario: number;
  bySeeds: number;
  byEveryOrder: number;
  /** What a kill took, in the middle. */
  medianMs: number;
  /** Of those that trying every order took: how many states it looked at, in the middle. */
  medianStates?: number;
  /** Where the whole suite was run: how many of all mutants die here, and how many die nowhere else. */
  finds?: number;
  findsAlone?: number;
}

export function rowsOf({ mutants }: HandWritten, milestones: readonly string[], whole: boolean): MilestoneRow[] {
  return milestones.map((milestone) => {
    const claimed = mutants.filter((mutant) => mutant.milestone === milestone);
    const deaths = claimed.flatMap((mutant) => death(mutant) ?? []);
    const told = deaths.map(({ outcome }) => toldOf(outcome));
    const bySeeds = told.filter(({ seed }) => seed !== undefined).length;
    const states = told.flatMap(({ states }) => states ?? []);
    const found = mutants.filter((mutant) => diesIn(mutant).includes(milestone));
    return {
      milestone,
      claimed: claimed.length,
      killed: deaths.length,
      byScenario: deaths.length - bySeeds - states.length,
      bySeeds,
      byEveryOrder: states.length,
      medianMs: median(deaths.map(({ ms }) => ms)),
      ...(states.length > 0 && { medianStates: median(states) }),
      ...(whole && { finds: found.length, findsAlone: found.filter((mutant) => diesIn(mutant).length === 1).length }),
    };
  });
}

export function tellHandWritten(result: HandWritten, rows: readonly MilestoneRow[], ms: number): string {
  const { mutants, accused, variants, unclaimed } = result;
  const dead = mutants.filter((mutant) => death(mutant));
  const head = `${result.stage}: ${dead.length} of ${mutants.length} mutants die, ${accused.length === 0 ? 'none' : accused.length} of ${variants} right ones fail (${(ms / 1000).toFixed(1)} s)`;
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
  return [head, ...table(rows), ...wrong.map((line) => `  ${bad(line)}`)].join('\n');
}

/** Of 80 columns, with the longest name of a milestone that there is and all that `--whole` adds. */
function table(rows: readonly MilestoneRow[]): string[] {
  const isWhole = rows.some(({ finds }) => finds !== undefined);
  const head = [
    'milestone',
    'dead',
    'scenes',
    'seeds',
    'orders',
    'states',
    'ms',
    ...(isWhole ? ['finds', 'alone'] : []),
  ];
  const lines = rows.map((row) => [
    row.milestone,
    `${row.killed}/${row.claimed}`,
    orNone(row.byScenario),
    orNone(row.bySeeds),
    orNone(row.byEveryOrder),
    orNone(row.medianStates ?? 0),
    row.medianMs.toFixed(0),
    ...(isWhole ? [orNone(row.finds ?? 0), orNone(row.findsAlone ?? 0)] : []),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i]?.length ?? 0)));
  return [head, ...lines].map((line) =>
    line.reduce(
      (told, cell, i) => (i === 0 ? `  ${cell.padEnd(widths[0] ?? 0)}` : `${told}  ${cell.padStart(widths[i] ?? 0)}`),
      '',
    ),
  );
}

const orNone = (count: number): string => (count === 0 ? '·' : String(count));

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

function toldOf(outcome: ProofOutcome): Partial<Told> {
  if (outcome.kind === 'broken') return outcome.broken;
  return outcome.kind === 'threw' ? outcome : {};
}

/** 0 of none. */
function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
