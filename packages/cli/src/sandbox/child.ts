/**
 * The child's side: loads a student's file and proves the milestones on it, telling each step as it comes, so that what
 * was proved before an endless loop is not lost. Everything it needs it takes before the student's code is there.
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import * as grading from '@weekend/grading';
import { exportOf } from '@weekend/protocol';
import { type Handlers, suiteOf } from '../suites.ts';
import { deepFreeze } from './deep-freeze.ts';
import { channel, type Event, type Go, type Job } from './events.ts';
import { asModule, raise, urlOf } from './fence.ts';
import { canBeLookedAt, lacks, neverAsync } from './guarded.ts';
import { readLine } from './read-line.ts';
import { withoutTrace } from './without-trace.ts';
import { writeAll } from './write-all.ts';

const job: Job = JSON.parse(process.argv[2] as string);

const tell = (event: Event): void => {
  writeAll(channel, `${JSON.stringify(event)}\n`);
};

/** Promises that failed and that nobody waited for, since they were last asked for. */
const rejected: unknown[] = [];
process.on('unhandledRejection', (reason) => rejected.push(reason));

const bench = { submission: urlOf(job.file), fences: [asModule(job)], failures: () => rejected.splice(0) };

/** What `raftNode` calls the stages. */
const seats: Readonly<Record<string, string>> = { 'log-replication': 'replication', 'kv-store': 'keyValue' };

try {
  await grade(suiteOf(job.stage));
  tell({ kind: 'done' });
} catch (error) {
  // What the student's code throws is an outcome. This is not.
  tell({ kind: 'our-mistake', told: error instanceof Error ? `${error.stack}` : String(error) });
}
process.exit(0);

async function grade(suite: grading.Suite<Handlers>): Promise<void> {
  const milestones = suite.milestones.filter(({ id }) => job.milestone === undefined || job.milestone === id);
  const dice = { ...grading.defaultDice, ...job.dice };
  const listed = milestones.map(({ id, title, points, rule, hint }) => ({ id, title, points, rule, hint }));
  tell({ kind: 'suite', milestones: listed, dice });

  deepFreeze(grading);
  await raise({ ...job, others: [...Object.values(job.neighbours ?? {}), ...(job.heal ? [job.heal.file] : [])] });
  const first = job.waits ? toldToGo() : undefined;

  const submitted = await load(suite);
  if (submitted === undefined) return;
  const stage = await healed(suite, submitted);
  await seatNeighbours();
  for (const milestone of [...milestones].sort((a, b) => Number(b.id === first) - Number(a.id === first))) {
    tell({ kind: 'proving', id: milestone.id });
    const began = performance.now();
    const outcome = await grading.proveMilestone(milestone, stage, dice, bench);
    // One turn of the event loop, so that a promise that failed is known to this milestone and not to the next.
    await setImmediate();
    const left = bench.failures();
    const ms = Math.round(performance.now() - began);
    // What the suite has found is told in better words than a promise that nobody waited for.
    const told = outcome.kind === 'passed' && left.length > 0 ? leftBehind(left[0]) : outcome;
    tell({ kind: 'proved', id: milestone.id, outcome: job.trace ? told : withoutTrace(told), ms });
  }
}

/** With one handler of somebody else's. */
async function healed(suite: grading.Suite<Handlers>, stage: Handlers): Promise<Handlers> {
  if (!job.heal) return stage;
  const { handler, file } = job.heal;
  const other = ((await import(urlOf(file))) as Handlers)[exportOf(suite.stage)] as Handlers;
  return { ...stage, [handler]: other[handler] };
}

/** Puts those that a lineup names beside the submission. What keeps one of them from loading is told as such. */
async function seatNeighbours(): Promise<void> {
  const beside: Record<string, Handlers> = {};
  for (const [name, file] of Object.entries(job.neighbours ?? {})) {
    const module = (await import(urlOf(file))) as Handlers;
    const why = lacks(module, exportOf(name), suiteOf(name).handlers);
    if (why !== undefined) throw new Error(`The neighbour ${name} can not stand beside it: ${why}`);
    beside[seats[name] ?? name] = neverAsync(module[exportOf(name)] as Handlers);
  }
  grading.standBeside(beside as grading.Neighbours);
}

/** Gives the milestone to begin with. Nobody writes to us any more where the parent is gone: then there is nothing to do. */
function toldToGo(): string | undefined {
  const line = readLine(0);
  if (line === undefined) process.exit(0);
  return (JSON.parse(line) as Go).first;
}

/** The stage that the student's file exports, or nothing, and then the parent has been told why. */
async function load(suite: grading.Suite<Handlers>): Promise<Handlers | undefined> {
  try {
    const module: Handlers = await import(bench.submission);
    await setImmediate();
    if (rejected.length > 0) throw rejected[0];
    const why = lacks(module, exportOf(suite.stage), suite.handlers);
    if (why !== undefined) {
      tell({ kind: 'refused', message: why, frames: [] });
      return undefined;
    }
    const stage = module[exportOf(suite.stage)] as Handlers;
    return suite.async ? stage : neverAsync(stage);
  } catch (error) {
    const { message, frames } = described(error);
    tell({ kind: 'refused', message: `it throws while it loads: ${message}`, frames });
    return undefined;
  }
}

function leftBehind(reason: unknown): grading.Outcome {
  const { message, frames } = described(reason);
  return { kind: 'threw', message: `your code left a promise behind that failed: ${message}`, frames, story: [] };
}

function described(error: unknown): { message: string; frames: string[] } {
  if (!canBeLookedAt(error)) return { message: 'something that can not be looked at', frames: [] };
  if (!(error instanceof Error)) return { message: String(error), frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  return { message: `${error.name}: ${error.message}`, frames };
}
