/**
 * A class of sixty: references, unusual ones that are right, mutants and attacks. It is graded, the grader is killed
 * half-way, and grades on; then every verdict is checked. `node bench/class.ts [--swarm | --no-docker] [--jobs N]`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ClassReport, StageResult } from '../src/class/report/document.ts';
import type { Grade } from '../src/grade/grade.ts';
import { root } from '../src/places.ts';
import { findStage } from '../src/stages.ts';
import { attacks } from '../testing/attacks.ts';
import { gradedClass, handInElection, killedAfter } from '../testing/class-command.ts';
import { handIn } from '../testing/class-of.ts';

/** Stage, variants, mutants: with the references and the attacks they are sixty. */
const plan: readonly (readonly [stage: string, variants: readonly string[], mutants: number])[] = [
  ['election', ['ballot-box', 'pre-vote', 'written-as-a-class'], 7],
  ['log-replication', ['halves-the-distance', 'saves-its-whole-log'], 5],
  ['kv-store', ['half-a-lease', 'new-objects-each-time'], 5],
  ['consistency', ['names-everybody-in-its-clocks'], 4],
  ['log-store', [], 2],
  ['concurrency', [], 1],
];
const mostStudents = 60;

/** What is wrong with the verdict on the one stage that was handed in; nothing if it is right. */
type Expectation = (result: StageResult | undefined) => string | undefined;

const graded =
  (isRight: (grade: Grade) => string | undefined): Expectation =>
  (result) =>
    result?.kind === 'graded' ? isRight(result.grade) : `it was not graded: ${JSON.stringify(result)}`;

const whole = graded(({ passed, points, problem }) =>
  passed ? undefined : `right code has ${points.earned} points ${problem ?? ''}`,
);

const nothing = graded(({ points }) => (points.earned === 0 ? undefined : `an attack has ${points.earned} points`));

const without = (milestone: string): Expectation =>
  graded(({ milestones }) =>
    milestones.find(({ id }) => id === milestone)?.passed ? `its mistake was not found in ${milestone}` : undefined,
  );

const folder = mkdtempSync(join(tmpdir(), 'weekend-class-bench-'));
try {
  const expected = await sixty(join(folder, 'class'));
  const options = process.argv.slice(2);
  const began = performance.now();
  await killedAfter(mostStudents / 2, join(folder, 'class'), ...options);
  const half = performance.now();
  const { stdout, stderr } = await gradedClass(join(folder, 'class'), ...options);
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  if (stdout === '') throw new Error(stderr);
  const report: ClassReport = JSON.parse(stdout);
  const wrong = report.students.flatMap((row) => {
    const why = expected.get(row.student)?.(row.stages.find(({ kind }) => kind !== 'missing'));
    return why === undefined ? [] : [`${row.student}: ${why}`];
  });
  const cores = availableParallelism();
  process.stdout.write(
    `${report.students.length} submissions, killed after ${mostStudents / 2} (${seconds(began, half)} s) and gone on (${seconds(half, performance.now())} s): ` +
      `${seconds(began, performance.now())} s on ${cores} cores, load ${loadavg()[0]?.toFixed(1)}\n` +
      `${stderr.split('\n').find((line) => line.includes('graded already')) ?? 'nothing was graded already'}\n` +
      `${wrong.length} wrong verdicts\n${wrong.map((line) => `  ${line}\n`).join('')}`,
  );
  process.exitCode = wrong.length === 0 && report.students.length === mostStudents ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function sixty(of: string): Promise<Map<string, Expectation>> {
  const expected = new Map<string, Expectation>();
  for (const [stage, variants, count] of plan) {
    const add = (student: string, solution: string, expectation: Expectation) => {
      handIn(of, student, stage, solution);
      expected.set(student, expectation);
    };
    add(`${stage}-reference`, stage, whole);
    for (const variant of variants) add(`${stage}-${variant}`, `variants/${variant}`, whole);
    for (const [mutant, milestone] of await mutantsOf(stage, count))
      add(`${stage}-${mutant}`, `mutants/${mutant}`, without(milestone));
  }
  const hostile = attacks(join(folder, 'escaped'));
  for (const { name, text } of hostile) {
    if (expected.size === mostStudents) break;
    const student = `attack-${name.replaceAll(/\W+/g, '-')}`;
    handInElection(of, student, text);
    expected.set(student, nothing);
  }
  writeFileSync(join(of, '.ignored'), '');
  return expected;
}

/** Spread over the milestones. */
async function mutantsOf(stage: string, count: number): Promise<[mutant: string, milestone: string][]> {
  const module = await import(join(root, 'solutions', findStage(stage, 'bench').folder, 'mutants.ts'));
  const byMilestone = Object.entries(module.mutants as Record<string, readonly string[]>);
  const spread = Array.from({ length: count }, (_, i) => byMilestone[Math.floor((i * byMilestone.length) / count)]);
  return spread.flatMap((each) => (each?.[1][0] === undefined ? [] : [[each[1][0], each[0]]]));
}
