/**
 * A student's log, open on a simulated store: says when what is saved, takes the disk's steps, and keeps in mind what a
 * restart may find.
 */
import { everybodyWaits } from '@weekend/concurrency';
import type { LogStore, OpenedLog, Saved } from '@weekend/log-store';
import { applyChanges, type Changes, copy, notPlain } from '@weekend/protocol';
import { insist, Refuted } from '../refuted.ts';
import { isNotWritten, StageThrew } from '../thrown.ts';
import { shown } from './shown.ts';
import { type Remains, SimulatedStore } from './simulated-store.ts';

/** Which of the batches that are under way the disk goes on with. */
export type Pick = (underWay: number) => number;

export const oldestFirst: Pick = () => 0;
export const newestFirst: Pick = (underWay) => underWay - 1;

type Ending<T> = { kind: 'running' } | { kind: 'done'; value: T } | { kind: 'failed'; error: unknown };

export class Session {
  readonly store: SimulatedStore;
  /** What a restart finds if the first so many saves are there: the first of these, if none is. */
  readonly states: Saved[] = [];
  readonly endings: Ending<void>[] = [];
  readonly #stage: LogStore;
  readonly #pick: Pick;
  #log: OpenedLog | undefined;
  /** So many saves are known to be done. */
  #done = 0;

  /** Without a `pick`, the disk does everything at once. */
  constructor(stage: LogStore, remains: Remains, pick?: Pick) {
    this.store = new SimulatedStore(remains, { atOnce: pick === undefined });
    this.#stage = stage;
    this.#pick = pick ?? oldestFirst;
  }

  /** Opens the log, and answers what it gives. Refuted if that fails or never ends. */
  async open(): Promise<Saved> {
    const ending = await this.tryToOpen();
    if (ending.kind === 'failed') throw openFailed(ending.error);
    return ending.value;
  }

  /** The same, where it may fail. */
  async tryToOpen(): Promise<Exclude<Ending<Saved>, { kind: 'running' }>> {
    const ending = await this.#ended('open', async () => {
      const log = await this.#stage.open(this.store);
      this.store.tape.push({ kind: 'opened' });
      return log;
    });
    if (ending.kind === 'failed') return ending;
    this.#log = usable(ending.value);
    const odd = notPlain(this.#log.saved, 'saved');
    insist(odd === undefined, `open gave something that is not plain data: ${odd}`);
    const saved = copy(this.#log.saved);
    this.states.push(saved);
    return { kind: 'done', value: saved };
  }

  /** Calls save, and does not wait for it. */
  save(changes: Changes<Saved>): void {
    const number = this.endings.length;
    this.states.push(after(this.states[number] as Saved, changes));
    this.store.tape.push({ kind: 'called', save: number, changes: copy(changes) });
    this.endings.push({ kind: 'running' });
    const end = (kind: 'done' | 'rejected', ending: Ending<void>) => {
      this.endings[number] = ending;
      this.store.tape.push({ kind, save: number });
    };
    void promised(() => this.#opened.save(changes)).then(
      () => end('done', { kind: 'done', value: undefined }),
      (error) => end('rejected', { kind: 'failed', error }),
    );
  }

  /** Calls close, and does not wait for it. Answers whether it has come to its end. */
  close(): () => boolean {
    let ending: Ending<void> = { kind: 'running' };
    void promised(() => this.#opened.close()).then(
      (value) => (ending = { kind: 'done', value }),
      (error) => (ending = { kind: 'failed', error }),
    );
    return () => {
      if (ending.kind === 'failed') throw closeFailed(ending.error);
      return ending.kind === 'done';
    };
  }

  /** Lets the disk take so many steps, or all there are. Between two of them, everybody who can run does. */
  async steps(most = Number.POSITIVE_INFINITY): Promise<void> {
    await everybodyWaits();
    for (let taken = 0; taken < most && this.store.steps > 0; taken += 1) {
      insist(taken < mostSteps, `after ${mostSteps} steps of the disk something is still being written; wanted an end`);
      this.#step();
      await everybodyWaits();
    }
  }

  /** Lets everything come to its end. Refuted if a save fails or never ends. */
  async allDone(): Promise<void> {
    await this.steps();
    for (; this.#done < this.endings.length; this.#done += 1) {
      const number = this.#done;
      const ending = this.endings[number] as Ending<void>;
      if (ending.kind === 'failed') throw saveFailed(number, ending.error);
      insist(
        ending.kind === 'done',
        `save ${number + 1} has not come to its end, and nothing is being written that could bring it there`,
      );
    }
  }

  /** Saves, one after another, each when the one before is done. */
  async saveInTurn(...saves: readonly Changes<Saved>[]): Promise<void> {
    for (const changes of saves) {
      this.save(changes);
      await this.allDone();
    }
  }

  isDone(save: number): boolean {
    return this.endings[save]?.kind === 'done';
  }

  /** The very object that open gave. */
  get given(): Saved {
    return this.#opened.saved;
  }

  /** What a restart finds if every save is there. */
  get last(): Saved {
    return this.states.at(-1) as Saved;
  }

  get #opened(): OpenedLog {
    if (!this.#log) throw new Error('Cannot use a log that was not opened');
    return this.#log;
  }

  #step(): void {
    this.store.step(this.#pick(this.store.steps));
  }

  async #ended<T>(name: string, act: () => Promise<T>): Promise<Exclude<Ending<T>, { kind: 'running' }>> {
    let ending = running<T>();
    void promised(act).then(
      (value) => (ending = { kind: 'done', value }),
      (error) => (ending = { kind: 'failed', error }),
    );
    for (let taken = 0; ; taken += 1) {
      await everybodyWaits();
      const now = ending;
      if (now.kind === 'failed' && isNotWritten(now.error)) throw new StageThrew(now.error);
      if (now.kind !== 'running') return now;
      insist(
        taken < mostSteps && this.store.steps > 0,
        `${name} has not come to its end, and nothing is being written that could bring it there`,
      );
      this.#step();
    }
  }
}

const mostSteps = 5_000;

const running = <T>(): Ending<T> => ({ kind: 'running' });

/** As everybody's disk understands it. */
function after(saved: Saved, changes: Changes<Saved>): Saved {
  const next = { ...saved };
  for (const field of Object.keys(changes)) if (Array.isArray(next[field])) next[field] = [...next[field]];
  applyChanges(next, changes);
  return next;
}

function usable(log: OpenedLog | undefined): OpenedLog {
  const hasAll =
    typeof log?.saved === 'object' &&
    log.saved !== null &&
    typeof log.save === 'function' &&
    typeof log.close === 'function';
  insist(hasAll, `open gave ${shown(log)}; wanted an object with saved, save and close`);
  return log as OpenedLog;
}

const openFailed = (error: unknown): Error =>
  isOwnWords(error) ? new Refuted(`open failed with "${error.message}"; wanted the log opened`) : new StageThrew(error);

const closeFailed = (error: unknown): Error =>
  isOwnWords(error)
    ? new Refuted(`close failed with "${error.message}"; wanted it to settle: who saved has been told`)
    : new StageThrew(error);

function saveFailed(number: number, error: unknown): Error {
  if (!isOwnWords(error)) return new StageThrew(error);
  return new Refuted(
    `save ${number + 1} failed with "${error.message}", and the store has done all that was asked of it`,
  );
}

/** Whether somebody has written this error for somebody to read: not the language, and not a stub. */
export function isOwnWords(error: unknown): error is Error {
  if (isNotWritten(error) || !(error instanceof Error)) return false;
  return !['SyntaxError', 'TypeError', 'ReferenceError', 'InternalError'].includes(error.name);
}

async function promised<T>(act: () => Promise<T>): Promise<T> {
  return act();
}
