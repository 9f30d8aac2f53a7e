/** A future passes one value from one coroutine to any number of others, whoever comes first. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { everybodyWaits } from '@weekend/concurrency';
import { insist, Refuted } from '../refuted.ts';
import type { Bench, Broken, Milestone } from '../suite.ts';
import { type Coroutine, inTurn, type Lab, oddErrors, oddValues, Planned, play } from './lab.ts';
import { shown } from './lists.ts';

export const future: Milestone<Concurrency> = {
  id: 'future',
  title: 'A future is settled once, and serves those who come late',
  points: 10,
  rule: 'A future has one value, the same for everybody and for good',
  hint: 'Three things can come in any order: the value, the first reader, and the next one. And if it is an error that comes first, who hears of it?',
  prove: (stage, _dice, bench) => inTurn(scenes.map((scene) => () => alone(bench, stage, scene))),
};

type Scene = (lab: Lab, stage: Concurrency) => Promise<void>;

const alone = (bench: Bench, stage: Concurrency, scene: Scene): Promise<Broken | undefined> =>
  play(bench, (lab) => scene(lab, stage));

class Watched {
  readonly #lab: Lab;
  readonly #future: Future<unknown>;
  #readers = 0;

  constructor(lab: Lab, stage: Concurrency) {
    this.#lab = lab;
    this.#future = lab.make('future()', ['resolve', 'reject', 'read'], () => stage.future<unknown>());
  }

  reads(): Coroutine<unknown> {
    this.#readers += 1;
    const name = `reader ${this.#readers}`;
    this.#lab.tell(`${name} reads`);
    return this.#lab.start(name, () => this.#future.read());
  }

  resolves(value: unknown, wanted: boolean): void {
    this.#answers(`resolve(${shown(value)})`, () => this.#future.resolve(value), wanted);
  }

  rejects(error: unknown, wanted: boolean): void {
    const name = error instanceof Error ? error.message : shown(error);
    this.#answers(`reject(${name})`, () => this.#future.reject(error), wanted);
  }

  #answers(call: string, act: () => boolean, wanted: boolean): void {
    const answer = this.#lab.call(act);
    this.#lab.tell(`${call} answers ${answer}`);
    const why = wanted ? 'it is the first to settle the future' : 'the future is settled already';
    insist(answer === wanted, `${call} answered ${shown(answer)}; wanted ${wanted}, for ${why}`);
  }
}

const gets = (reader: Coroutine<unknown>, wanted: unknown): void => {
  const value = reader.value();
  insist(Object.is(value, wanted), `${reader.name} got ${shown(value)}; wanted ${shown(wanted)}`);
};

function waits(reader: Coroutine<unknown>): void {
  if (reader.running) return;
  const value = reader.value();
  throw new Refuted(`${reader.name} got ${shown(value)} although nobody had settled the future; wanted it to wait`);
}

const readersFirst: Scene = async (lab, stage) => {
  const future = new Watched(lab, stage);
  const readers = [future.reads(), future.reads(), future.reads()];
  await everybodyWaits();
  for (const reader of readers) waits(reader);
  future.resolves('tea', true);
  const inTheSameTurn = future.reads();
  await everybodyWaits();
  for (const reader of [...readers, inTheSameTurn, future.reads()]) {
    await everybodyWaits();
    gets(reader, 'tea');
  }
};

const theFirstCounts: Scene = async (lab, stage) => {
  const future = new Watched(lab, stage);
  const early = future.reads();
  future.resolves('tea', true);
  future.resolves('coffee', false);
  future.rejects(new Planned('no milk'), false);
  await everybodyWaits();
  future.resolves('cocoa', false);
  const late = future.reads();
  await everybodyWaits();
  gets(early, 'tea');
  gets(late, 'tea');
};

const anErrorCounts: Scene = async (lab, stage) => {
  const future = new Watched(lab, stage);
  const error = new Planned('no tea');
  const early = [future.reads(), future.reads()];
  await everybodyWaits();
  future.rejects(error, true);
  future.resolves('coffee', false);
  future.rejects(new Planned('no coffee'), false);
  await everybodyWaits();
  const late = future.reads();
  await everybodyWaits();
  for (const reader of [...early, late]) reader.failedWith(error);
};

const anErrorBeforeAnyReader: Scene = async (lab, stage) => {
  const future = new Watched(lab, stage);
  const error = new Planned('no tea');
  future.rejects(error, true);
  await everybodyWaits();
  const late = [future.reads(), future.reads()];
  await everybodyWaits();
  for (const reader of late) reader.failedWith(error);
};

const anyValue =
  (value: unknown): Scene =>
  async (lab, stage) => {
    const future = new Watched(lab, stage);
    const early = future.reads();
    future.resolves(value, true);
    future.resolves('another', false);
    await everybodyWaits();
    const late = future.reads();
    await everybodyWaits();
    gets(early, value);
    gets(late, value);
  };

const anyError =
  (error: unknown): Scene =>
  async (lab, stage) => {
    const future = new Watched(lab, stage);
    const early = future.reads();
    future.rejects(error, true);
    future.resolves('tea', false);
    future.rejects(new Planned('no tea'), false);
    await everybodyWaits();
    const late = future.reads();
    await everybodyWaits();
    for (const reader of [early, late]) reader.failedWith(error);
  };

const eachItsOwn: Scene = async (lab, stage) => {
  const [tea, coffee, never] = [new Watched(lab, stage), new Watched(lab, stage), new Watched(lab, stage)];
  const waiting = never.reads();
  coffee.resolves('coffee', true);
  tea.resolves('tea', true);
  const readers = [tea.reads(), coffee.reads()] as const;
  await everybodyWaits();
  gets(readers[0], 'tea');
  gets(readers[1], 'coffee');
  waits(waiting);
};

const scenes: readonly Scene[] = [
  readersFirst,
  theFirstCounts,
  anErrorCounts,
  anErrorBeforeAnyReader,
  ...[...oddValues, new Error('an error is a value too')].map(anyValue),
  ...oddErrors.map(anyError),
  eachItsOwn,
];
