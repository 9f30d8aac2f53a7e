/** Grades one submission: asks the compiler and runs the milestones at once, and makes one grade of both answers. */
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Dice, Outcome } from '@weekend/grading';
import { CannotRun } from '../cannot-run.ts';
import { typed, weekend } from '../command-line.ts';
import { isSameFile, shown } from '../places.ts';
import type { Listed } from '../sandbox/events.ts';
import { defaultLimits, type Run, runSubmission } from '../sandbox/run.ts';
import type { Limits } from '../sandbox/watch.ts';
import { reference, type Stage, stub } from '../stages.ts';
import { type Compiled, compiles } from './compiles.ts';
import { theirFrames } from './frames.ts';
import type { Failure, Grade, Result } from './grade.ts';
import { type Problem, problemOf } from './problem.ts';

export interface Order {
  stage: Stage;
  /** The absolute path of the submission. */
  file: string;
  /** The only milestone wanted, or all of them. */
  milestone?: string | undefined;
  /** Without it the suite's own. */
  dice?: Partial<Dice>;
  limits?: Limits;
}

export async function gradeSubmission(order: Order): Promise<Grade> {
  const began = performance.now();
  const { stage, file, milestone, dice = {} } = order;
  const limits = order.limits ?? limitsFor(dice.seeds ?? 0);
  const calling = new AbortController();

  const compiling = compiles(file, stage.imports).then((compiled) => {
    // Nothing that runs can make up for it, and what runs may run for ever.
    if (compiled.kind === 'errors') calling.abort();
    return compiled;
  });
  const job = { stage: stage.name, file, imports: stage.imports, dice, ...(milestone ? { milestone } : {}) };
  const [compiled, run] = await Promise.all([compiling, runSubmission(job, limits, calling.signal)]);
  if (run.milestones.length === 0 || run.ending.kind === 'our-mistake') throw graderBroke(order, run);
  return gradeFrom(order, compiled, run, limits, Math.round(performance.now() - began));
}

/** A tenth of a second for each seed, which is several times what a right submission needs. */
function limitsFor(seeds: number): Limits {
  return { ...defaultLimits, timeMs: Math.max(defaultLimits.timeMs, seeds * 100) };
}

function gradeFrom(order: Order, compiled: Compiled, run: Run, limits: Limits, ms: number): Grade {
  const { stage, file } = order;
  const problem = problemOf(compiled, run, limits, basename(file), realpathSync(file));
  const milestones = run.milestones.map((listed) => resultOf(order, listed, run, problem));
  const earned = milestones.filter(({ passed }) => passed).reduce((sum, { points }) => sum + points, 0);
  return {
    stage: stage.name,
    submission: shown(file),
    passed: problem === undefined && milestones.every(({ passed }) => passed),
    points: { earned, possible: milestones.reduce((sum, { points }) => sum + points, 0) },
    compiles: compiled.kind !== 'errors',
    ...(problem ? { problem: problem.message } : {}),
    milestones,
    ...(run.printed ? { printed: run.printed } : {}),
    ...(compiled.kind === 'unknown' ? { note: `Could not check that it compiles: ${compiled.why}.` } : {}),
    ms,
  };
}

function resultOf(order: Order, listed: Listed, run: Run, problem: Problem | undefined): Result {
  const { id, title, points } = listed;
  const proof = problem?.voidsAll ? undefined : run.proofs.find((each) => each.id === id);
  const failure = proof ? failureFrom(order, listed, run, proof.outcome) : unproved(order, listed, run, problem);
  return { id, title, passed: failure === undefined, points, ms: proof?.ms ?? 0, ...(failure ? { failure } : {}) };
}

/** A milestone without a proof: the problem is its failure if it happened here, or before anything was proved. */
function unproved(order: Order, { id, rule }: Listed, run: Run, problem: Problem | undefined): Failure {
  if (!problem) throw new Error(`Cannot grade: the milestone ${id} was neither proved nor was there a problem`);
  const replay = replayCommand(order, id, run.dice.seed);
  const here = problem.voidsAll || run.proving === id || run.proving === undefined;
  return here
    ? {
        kind: 'problem',
        rule: problem.rule,
        message: problem.message,
        story: problem.story,
        replay,
        hint: problem.hint,
      }
    : {
        kind: 'not-reached',
        rule,
        message: `not reached: the milestone ${run.proving} before it ended everything`,
        story: [],
        replay,
        hint: problem.hint,
      };
}

function failureFrom(order: Order, { id, rule, hint }: Listed, run: Run, outcome: Outcome): Failure | undefined {
  const replay = replayCommand(order, id, run.dice.seed);
  switch (outcome.kind) {
    case 'passed':
      return undefined;
    case 'not-written':
      return { kind: 'not-written', rule, message: outcome.message, story: [], replay, hint };
    case 'broken': {
      const { broken } = outcome;
      return {
        kind: 'broken',
        rule: broken.rule ?? rule,
        message: broken.message,
        story: broken.story,
        replay: replayCommand(order, id, broken.seed ?? run.dice.seed),
        hint,
      };
    }
    case 'threw': {
      const [frame] = theirFrames(outcome.frames, realpathSync(order.file));
      return {
        kind: 'threw',
        rule,
        message: frame ? `${outcome.message}, at ${frame}` : notInTheirs(outcome.message),
        story: outcome.story,
        replay: replayCommand(order, id, outcome.seed ?? run.dice.seed),
        hint,
      };
    }
    default:
      return outcome satisfies never;
  }
}

/** What was thrown where none of the student's functions was at work may be his doing or ours, and we can't tell. */
function notInTheirs(message: string): string {
  const what = message.replace(/^your code threw /, '');
  return `${what}: thrown outside your code, by what a handler left in the state or by a mistake of ours`;
}

/** Names the submission where it is not the student's own file, so that the command works as it is printed. */
function replayCommand({ stage, file }: Order, milestone: string, seed: number): string {
  const isMine = isSameFile(file, stub(stage));
  const isReference = isSameFile(file, reference(stage));
  const whose = isMine ? [] : isReference ? ['--lineup', `${stage.name}=reference`] : ['--submission', typed(file)];
  return [weekend(), 'replay', stage.name, '--seed', seed, '--milestone', milestone, ...whose].join(' ');
}

/** Never the student's fault, and so no grade at all. */
function graderBroke({ stage }: Order, { ending, proving }: Run): CannotRun {
  const where = proving === undefined ? 'before it came to your code' : `in the milestone ${proving}`;
  const why =
    ending.kind === 'our-mistake' ? ending.told : ending.kind === 'ended' ? ending.stderr.trim() : ending.kind;
  return new CannotRun(`Cannot grade ${stage.name}: our grader broke ${where}, which is not your code's fault: ${why}`);
}
