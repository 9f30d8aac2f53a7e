/**
 * A lab: a place in which coroutines of the student's run and are watched. What happens is told, one line an event, and is
 * the story if it ends badly.
 */
import { everybodyWaits, HeldForever } from '@weekend/concurrency';
import { insist, Refuted } from '../refuted.ts';
import type { Bench, Broken } from '../suite.ts';
import { isNotWritten, StageThrew } from '../thrown.ts';
import { shown } from './lists.ts';

/** How far a coroutine has come. */
export type Ending<T> = { kind: 'running' } | { kind: 'done'; value: T } | { kind: 'failed'; error: unknown };

export class Coroutine<T> {
  /** How the story names it: `allAtOnce`. */
  readonly name: string;
  ending: Ending<T> = { kind: 'running' };

  constructor(name: string, promise: Promise<T>, ended: () => void) {
    this.name = name;
    const end = (ending: Ending<T>) => {
      this.ending = ending;
      ended();
    };
    promise.then(
      (value) => end({ kind: 'done', value }),
      (error) => end({ kind: 'failed', error }),
    );
  }

  /** What it came to. It is refuted if it is still running, and told as the stage's own error if it failed. */
  value(): T {
    if (this.ending.kind === 'failed') throw thrownBy(this.ending.error);
    insist(
      this.ending.kind === 'done',
      `${this.name} has not come to its end, and nobody is left who could bring it there`,
    );
    return this.ending.value;
  }

  /** Refuted unless it failed, and with just this. Who throws may throw anything. */
  failedWith(thrown: unknown): void {
    const { ending } = this;
    const wanted =
      thrown instanceof Error
        ? `wanted it to fail with "${thrown.message}"`
        : `wanted it to fail with ${shown(thrown)} itself, which is what was thrown`;
    insist(ending.kind !== 'running', `${this.name} has not come to its end; ${wanted}`);
    insist(ending.kind !== 'done', `${this.name} went well; ${wanted}`);
    if (ending.error === thrown) return;
    const ours = ending.error instanceof Planned || !(thrown instanceof Error);
    if (!ours) throw new StageThrew(ending.error);
    throw new Refuted(`${this.name} failed with ${named(ending.error)}; ${wanted}`);
  }

  get running(): boolean {
    return this.ending.kind === 'running';
  }
}

const named = (thrown: unknown): string => (thrown instanceof Error ? `"${thrown.message}"` : shown(thrown));

/** What else may be thrown: to look whether there is an error is not to look whether something failed. */
export const oddErrors: readonly unknown[] = [undefined, 'oops'];

/** Values that are easily taken for none. */
export const oddValues: readonly unknown[] = [undefined, null, 0, '', false];

/** An error that the grader plans: whoever sees another one sees the student's. */
export class Planned extends Error {
  override name = 'Planned';
}

export class Lab {
  readonly story: string[] = [];
  /** The first thing that was found wrong by a part of ours that the student's code had called. */
  objection: Refuted | undefined;
  readonly #coroutines: Coroutine<unknown>[] = [];

  tell(event: string): void {
    if (this.objection) return;
    if (this.story.length < mostEvents) this.story.push(event);
  }

  /** As `insist`, for where the student's code is the caller and would catch what we throw. */
  expect(holds: boolean, message: string): void {
    if (!holds) this.objection ??= new Refuted(message);
  }

  /** Starts something of the student's, and watches it. That it throws before it waits is no different from later. */
  start<T>(name: string, act: () => Promise<T>, ended: () => void = () => {}): Coroutine<T> {
    const coroutine = new Coroutine(name, promised(act), ended);
    this.#coroutines.push(coroutine);
    return coroutine;
  }

  /** Calls something of the student's that does not wait. */
  call<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw new StageThrew(error);
    }
  }

  /** Has the student's code make an object with these functions. Who writes without types may give anything. */
  make<T extends object>(name: string, functions: readonly (keyof T & string)[], act: () => T): T {
    const made: T | null | undefined = this.call(act);
    const missing = functions.filter((each) => typeof made?.[each] !== 'function');
    insist(missing.length === 0, `${name} gave ${shown(made)}; wanted an object with ${functions.join(', ')}`);
    return made as T;
  }

  /** The first that a coroutine threw because it is still to be written. */
  unwritten(): Error | undefined {
    return this.#coroutines
      .map(({ ending }) => (ending.kind === 'failed' ? ending.error : undefined))
      .find((error) => isNotWritten(error));
  }
}

/** Who goes on without end fills no memory with it. */
const mostEvents = 1_000;

/** One scene: does it in a lab of its own. Nothing if it ends well. */
export async function play(bench: Bench, act: (lab: Lab) => Promise<void>): Promise<Broken | undefined> {
  bench.failures();
  const lab = new Lab();
  try {
    await act(lab);
    await everybodyWaits();
    if (lab.objection) throw lab.objection;
    unheard(bench.failures());
    return undefined;
  } catch (error) {
    await everybodyWaits();
    const unwritten = lab.unwritten() ?? bench.failures().find(isNotWritten);
    if (unwritten) throw new StageThrew(unwritten);
    if (lab.objection) return brokenBy(lab.objection, lab.story);
    if (error instanceof Refuted) return brokenBy(error, lab.story);
    if (!(error instanceof StageThrew) || isNotWritten(error.cause)) throw error;
    if (error.cause instanceof HeldForever) return { rule: blocks, message: error.cause.message, story: lab.story };
    throw new StageThrew(error.cause, { story: lab.story });
  }
}

/** A coroutine of ours may have refuted what it saw; all else is the stage's. */
const thrownBy = (error: unknown): Error =>
  error instanceof Refuted || error instanceof StageThrew ? error : new StageThrew(error);

const blocks = 'Who waits gives the thread away';

/** Scenes, one after another, up to the first that ends badly. */
export async function inTurn(scenes: readonly (() => Promise<Broken | undefined>)[]): Promise<Broken | undefined> {
  for (const scene of scenes) {
    const broken = await scene();
    if (broken) return broken;
  }
  return undefined;
}

/** A promise that failed while nobody waited for it ends the whole process, in Node. */
function unheard(failures: readonly unknown[]): void {
  const [first] = failures;
  if (failures.length === 0) return;
  if (isNotWritten(first)) throw new StageThrew(first);
  const what =
    first instanceof Error ? `${first.name === 'Planned' ? '' : `${first.name}: `}${first.message}` : String(first);
  throw new Refuted(
    `a promise failed ("${what}") and nobody was waiting for it; wanted every promise awaited, or its failure handled`,
    'No failure goes unheard',
  );
}

const brokenBy = ({ message, rule }: Refuted, story: readonly string[]): Broken => ({
  message,
  story,
  ...(rule !== undefined && { rule }),
});

async function promised<T>(act: () => Promise<T>): Promise<T> {
  return act();
}
