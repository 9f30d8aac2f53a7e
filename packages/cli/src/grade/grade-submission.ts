/** Grades one submission: asks the compiler and runs the milestones at once, and makes one grade of both answers. */
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Dice, Outcome, Told } from '@weekend/grading';
import { CannotRun } from '../cannot-run.ts';
import { typed, weekend } from '../command-line.ts';
import { isSameFile, shown } from '../places.ts';
import type { Event, Go, Job, Listed } from '../sandbox/events.ts';
import { defaultLimits, type Run, runSubmission } from '../sandbox/run.ts';
import type { Limits } from '../sandbox/watch.ts';
import { findStage, reference, type Stage, stub } from '../stages.ts';
import { say } from '../words/say.ts';
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
  /** The files that stand beside it, by the names of their stages; ours where nothing is said. */
  neighbours?: Readonly<Record<string, string>>;
  /** To take one handler from another file, to see whether that heals it. */
  heal?: { handler: string; file: string };
  /** With what happened in the runs that broke, as traces. */
  trace?: boolean;
  /** Everything is made ready now, and the submission is looked at when this resolves. */
  go?: Promise<Go>;
  /** Hears of each step when it comes. Whoever listens wants all of them, so that what does not compile is run as well. */
  hear?: (news: News) => void;
  callOff?: AbortSignal;
}

/** What is known of a grade before it is finished. */
export type News =
  | { kind: 'milestones'; milestones: readonly Listed[] }
  | { kind: 'compiled'; compiled: Compiled }
  | { kind: 'result'; result: Result };

export async function gradeSubmission(order: Order): Promise<Grade> {
  let began = performance.now();
  const { stage, file, milestone, dice = {}, go, hear } = order;
  const limits = order.limits ?? limitsFor(dice.seeds ?? 0);
  const calling = new AbortController();
  order.callOff?.addEventListener('abort', () => calling.abort());

  const gone = Promise.resolve(go).then(() => {
    began = performance.now();
  });
  const compiling = gone
    .then(() => compiles(file, stage.imports))
    .then((compiled) => {
      // Nothing that runs can make up for it, and what runs may run for ever.
      if (compiled.kind === 'errors' && !hear) calling.abort();
      hear?.({ kind: 'compiled', compiled });
      return compiled;
    });
  const job: Job = {
    stage: stage.name,
    file,
    imports: stage.imports,
    dice,
    trace: order.trace === true,
    ...(order.neighbours && { neighbours: order.neighbours }),
    ...(order.heal && { heal: order.heal }),
    ...(milestone ? { milestone } : {}),
  };
  const wishes = { callOff: calling.signal, go, hear: hear && listener(order, hear) };
  const [compiled, run] = await Promise.all([compiling, runSubmission(job, limits, wishes)]);
  if (run.milestones.length === 0 || run.ending.kind === 'our-mistake') throw graderBroke(order, run);
  return gradeFrom(order, compiled, run, limits, Math.round(performance.now() - began));
}

/** A tenth of a second for each seed, which is several times what a right submission needs. */
function limitsFor(seeds: number): Limits {
  return { ...defaultLimits, timeMs: Math.max(defaultLimits.timeMs, seeds * 100) };
}

/** Turns what the child tells into news for whoever waits for it. */
function listener(order: Order, hear: (news: News) => void): (event: Event) => void {
  let milestones: readonly Listed[] = [];
  let seed = 0;
  return (event) => {
    if (event.kind === 'suite') {
      milestones = event.milestones;
      seed = event.dice.seed;
      hear({ kind: 'milestones', milestones });
    }
    const listed = event.kind === 'proved' && milestones.find(({ id }) => id === event.id);
    if (listed) hear({ kind: 'result', result: proved(order, listed, seed, event) });
  };
}

/** A grade out of both answers, wherever the code was run. */
export function gradeFrom(order: Order, compiled: Compiled, run: Run, limits: Limits, ms: number): Grade {
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
  if (proof) return proved(order, listed, run.dice.seed, proof);
  return { id, title, passed: false, points, ms: 0, failure: unproved(order, listed, run, problem) };
}

/** `seed`: where the random runs begin. */
function proved(order: Order, listed: Listed, seed: number, { outcome, ms }: { outcome: Outcome; ms: number }): Result {
  const { id, title, points } = listed;
  const failure = failureFrom(order, listed, seed, outcome);
  return { id, title, passed: failure === undefined, points, ms, ...(failure ? { failure } : {}) };
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

function failureFrom(order: Order, { id, rule, hint }: Listed, seed: number, outcome: Outcome): Failure | undefined {
  const replay = replayCommand(order, id, seed);
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
        ...furtherTold(broken),
        replay: replayCommand(order, id, broken.seed ?? seed),
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
        ...furtherTold(outcome),
        replay: replayCommand(order, id, outcome.seed ?? seed),
        hint,
      };
    }
    default:
      return outcome satisfies never;
  }
}

const furtherTold = ({ chance, seed, trace }: Told): Pick<Failure, 'chance' | 'trace'> => ({
  ...(chance && seed !== undefined && { chance: { ...chance, first: seed } }),
  ...(trace && { trace }),
});

/** Where no line of the student's is known, what was thrown may be his doing or ours, and we can't tell. */
function notInTheirs(message: string): string {
  const what = message.replace(/^your code threw /, '');
  return `${what}: thrown by a handler, by what one left in the state or asked for, or by a mistake of ours`;
}

/** Names the submission where it is not the student's own file, and who stands beside it, so that the command works as it is printed. */
function replayCommand({ stage, file, neighbours = {} }: Order, milestone: string, seed: number): string {
  const own = whose(stage, file);
  const named = Object.entries(neighbours).map(
    ([name, beside]) => `${name}=${whose(findStage(name, 'replay'), beside)}`,
  );
  const isMine = own === 'mine';
  const isReference = own === 'reference';
  const submission = isMine || isReference ? [] : ['--submission', own];
  const lineup = [...(isReference ? [`${stage.name}=reference`] : []), ...named];
  const words = [weekend(), 'replay', stage.name, '--seed', seed, '--milestone', milestone, ...submission];
  return [...words, ...(lineup.length > 0 ? ['--lineup', lineup.join(',')] : [])].join(' ');
}

function whose(stage: Stage, file: string): string {
  if (isSameFile(file, stub(stage))) return 'mine';
  return isSameFile(file, reference(stage)) ? 'reference' : typed(file);
}

/** Never the student's fault, and so no grade at all. */
function graderBroke({ stage }: Order, { ending, proving }: Run): CannotRun {
  const where = proving === undefined ? say('grader-broke-before') : say('grader-broke-in', { milestone: proving });
  const why =
    ending.kind === 'our-mistake' ? ending.told : ending.kind === 'ended' ? ending.stderr.trim() : ending.kind;
  return new CannotRun(say('grader-broke', { stage: stage.name, where, why }));
}
