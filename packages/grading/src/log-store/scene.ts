/** Scenes: what a student's log store goes through, from life to life of its process, and how it is told if that ends badly. */
import { everybodyWaits } from '@weekend/concurrency';
import type { LogStore } from '@weekend/log-store';
import { Refuted } from '../refuted.ts';
import { inRounds, type Line, mostLines } from '../short-story.ts';
import type { Bench, Broken, Dice } from '../suite.ts';
import { isNotWritten, StageThrew } from '../thrown.ts';
import { type Pick, Session } from './session.ts';
import type { Contents, Remains } from './simulated-store.ts';
import { linesOf } from './story.ts';

export type Act = (scene: Scene, dice: Dice) => Promise<void>;

interface Life {
  session: Session;
  /** What came between the life before and this one. */
  before: readonly string[];
  /** How much of its tape belongs to the story. */
  until?: number;
}

export class Scene {
  /** The seed, where the scene is a random one. */
  seed: number | undefined;
  readonly #stage: LogStore;
  #lives: Life[] = [];

  constructor(stage: LogStore) {
    this.#stage = stage;
  }

  /** A process begins, on what is left of a store. Without a `pick`, its disk does everything at once. */
  begin(remains: Remains | Contents = new Map(), pick?: Pick, before: readonly string[] = []): Session {
    const session = new Session(
      this.#stage,
      remains instanceof Map ? { durable: remains } : (remains as Remains),
      pick,
    );
    this.#lives.push({ session, before });
    return session;
  }

  /** From here on, the story is that of `session` up to a moment, and of what begins later. */
  backTo(session: Session, until: number): void {
    const index = this.#lives.findIndex((life) => life.session === session);
    this.#lives = this.#lives.slice(0, index + 1);
    (this.#lives[index] as Life).until = until;
  }

  /** Another scene, for the same stage, that may come to take this one's place. */
  another(): Scene {
    const other = new Scene(this.#stage);
    other.seed = this.seed;
    return other;
  }

  become(other: Scene): void {
    this.#lives = other.#lives;
  }

  /** Another story begins, one of chance. */
  anew(seed: number): void {
    this.seed = seed;
    this.#lives = [];
  }

  /** Where it is long, saves that go alike are counted. */
  get story(): string[] {
    const whole = this.#told((lines) => lines.map(({ text }) => text));
    return whole.length <= mostLines ? whole : this.#told(inRounds);
  }

  #told(tellLife: (lines: readonly Line[]) => string[]): string[] {
    return this.#lives.flatMap(({ session, before, until }) => [
      ...before,
      ...tellLife(linesOf(session.store.tape.slice(0, until))),
    ]);
  }
}

/** Plays the scenes, one after another, up to the first that ends badly. */
export async function playAll(
  stage: LogStore,
  dice: Dice,
  bench: Bench,
  acts: readonly Act[],
): Promise<Broken | undefined> {
  for (const act of acts) {
    const broken = await play(stage, dice, bench, act);
    if (broken) return broken;
  }
  return undefined;
}

async function play(stage: LogStore, dice: Dice, bench: Bench, act: Act): Promise<Broken | undefined> {
  bench.failures();
  const scene = new Scene(stage);
  try {
    await act(scene, dice);
    await everybodyWaits();
    unheard(bench.failures());
    return undefined;
  } catch (error) {
    await everybodyWaits();
    const unwritten = bench.failures().find(isNotWritten);
    if (unwritten) throw new StageThrew(unwritten);
    const { story, seed } = scene;
    if (error instanceof StageThrew)
      throw isNotWritten(error.cause) ? error : new StageThrew(error.cause, { story, seed });
    if (!(error instanceof Refuted)) throw error;
    const { message, rule } = error;
    return { message, story, ...(rule !== undefined && { rule }), ...(seed !== undefined && { seed }) };
  }
}

/** A promise that failed while nobody waited for it ends the whole process, in Node. */
function unheard(failures: readonly unknown[]): void {
  const [first] = failures;
  if (failures.length === 0) return;
  if (isNotWritten(first)) throw new StageThrew(first);
  const what = first instanceof Error ? first.message : String(first);
  throw new Refuted(
    `a promise failed ("${what}") and nobody was waiting for it; wanted every promise awaited, or its failure handled`,
    'No failure goes unheard',
  );
}
