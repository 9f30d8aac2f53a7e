/**
 * The parent's side: runs a submission in a process of its own, within limits of time and memory, and says how that
 * ended. Whatever the student's code does, this resolves.
 */
import { realpathSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Dice, Outcome } from '@weekend/grading';
import { dieTogether } from './die-together.ts';
import { channel, type Event, type Go, type Job, type Listed } from './events.ts';
import { start } from './start.ts';
import { type Limits, watch } from './watch.ts';
import { whereItHangs } from './where-it-hangs.ts';

export const defaultLimits: Limits = { timeMs: 6_000, heapMb: 512 };

export interface Run {
  /** The milestones that were asked for. Empty if the grader itself did not start. */
  milestones: readonly Listed[];
  /** What the random runs were drawn from. */
  dice: Dice;
  proofs: readonly Proof[];
  /** The milestone that was being proved when it ended; nothing while loading. */
  proving: string | undefined;
  ending: Ending;
  /** What the student's code printed. */
  printed: string;
}

interface Proof {
  id: string;
  outcome: Outcome;
  ms: number;
}

export type Ending =
  | { kind: 'done' }
  /** The code can't be graded at all, for the reason given. */
  | { kind: 'refused'; message: string; frames: readonly string[] }
  /** `frames` is the stack at that moment, where it could be had. */
  | { kind: 'out-of-time'; frames: readonly string[] }
  | { kind: 'out-of-memory' }
  /** The process is gone, and nobody here ended it. */
  | { kind: 'ended'; code: number | null; signal: NodeJS.Signals | null; stderr: string }
  /** The grader itself broke. */
  | { kind: 'our-mistake'; told: string }
  /** The sandbox of a class's grader has said what no stage can say: somebody has taken it over. */
  | { kind: 'tampered'; told: string }
  /** The caller lost interest. */
  | { kind: 'called-off' };

const mostKept = 64 * 1024;

/** What else the caller may wish. */
export interface Wishes {
  callOff?: AbortSignal | undefined;
  /** Hears each step when it comes. */
  hear?: ((event: Event) => void) | undefined;
  /** The child gets everything ready now and touches the submission when this resolves. */
  go?: Promise<Go> | undefined;
}

export function runSubmission(
  job: Job,
  limits: Limits = defaultLimits,
  { callOff, hear, go }: Wishes = {},
): Promise<Run> {
  const waits = go !== undefined;
  const child = start({ ...job, file: realpathSync(job.file), waits }, limits);
  const proofs: Proof[] = [];
  let milestones: readonly Listed[] = [];
  let dice: Dice = { seed: 0, seeds: 0 };
  let proving: string | undefined;
  let ending: Ending | undefined;
  const end = (by: Ending): void => {
    ending ??= by;
    child.kill('SIGKILL');
  };

  const take = (event: Event): void => {
    switch (event.kind) {
      case 'suite':
        milestones = event.milestones;
        dice = event.dice;
        if (callOff?.aborted) end({ kind: 'called-off' });
        if (!waits) watching.begin();
        return;
      case 'refused':
        ending ??= { kind: 'refused', message: event.message, frames: event.frames };
        return;
      case 'proving':
        proving = event.id;
        return;
      case 'proved':
        proofs.push({ id: event.id, outcome: event.outcome, ms: event.ms });
        proving = undefined;
        return;
      case 'our-mistake':
        ending ??= { kind: 'our-mistake', told: event.told };
        return;
      case 'done':
        ending ??= { kind: 'done' };
        return;
      default:
        event satisfies never;
    }
  };

  onLines(child.stdio[channel] as Readable, (line) => {
    const event: Event = JSON.parse(line);
    take(event);
    hear?.(event);
  });
  const printed = kept(child.stdout as Readable);
  const stderr = kept(child.stderr as Readable);
  const watching = watch(
    child.pid as number,
    limits,
    {
      outOfTime: async () => end({ kind: 'out-of-time', frames: await whereItHangs(child) }),
      outOfMemory: () => end({ kind: 'out-of-memory' }),
    },
    waits,
  );
  void go?.then((told) => {
    watching.begin();
    const stdin = child.stdin as Writable;
    // Whoever has died meanwhile is reported by its exit.
    stdin.on('error', () => {});
    stdin.end(`${JSON.stringify(told)}\n`);
  });
  // Not before the milestones are known: a grade names them, whatever became of it.
  const calledOff = () => milestones.length > 0 && end({ kind: 'called-off' });
  callOff?.addEventListener('abort', calledOff);
  const part = dieTogether(child);

  const letGo = () => {
    watching.stop();
    callOff?.removeEventListener('abort', calledOff);
    part();
  };

  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      letGo();
      reject(error);
    });
    child.once('close', (code, signal) => {
      letGo();
      resolve({
        milestones,
        dice,
        proofs,
        proving,
        ending: ending ?? fromExit(code, signal, stderr.text()),
        printed: printed.text(),
      });
    });
  });
}

function fromExit(code: number | null, signal: NodeJS.Signals | null, stderr: string): Ending {
  if (/heap out of memory|Allocation failed/i.test(stderr)) return { kind: 'out-of-memory' };
  if (signal === 'SIGXCPU') return { kind: 'out-of-time', frames: [] };
  return { kind: 'ended', code, signal, stderr };
}

/** Calls for each whole line. A process that is killed may leave half a line, which nobody misses. */
export function onLines(stream: Readable, call: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() as string;
    for (const line of parts) call(line);
  });
}

/** Keeps the first part of what comes and reads on, so that nobody blocks who prints without end. */
export function kept(stream: Readable): { text(): string } {
  let text = '';
  stream.setEncoding('utf8').on('data', (more: string) => {
    if (text.length < mostKept) text = (text + more).slice(0, mostKept);
  });
  return { text: () => text };
}
