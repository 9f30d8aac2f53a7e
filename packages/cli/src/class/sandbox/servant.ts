/** Answers the judge's questions one after another: each is a handler to call, and what comes of it is the answer. */
import { notPlain } from '@weekend/protocol';
import { type Line, TooLong } from '../wire/line.ts';
import { Mirror, NotPlain, type Told, type Write } from '../wire/mirror.ts';
import { type Answer, type Arg, mostParts, type Question, type Wishes } from '../wire/words.ts';
import { describe } from './thrown.ts';
import { SandboxWorld } from './world.ts';

type Stage = Record<string, unknown>;
type World = SandboxWorld<never>;

export class Servant {
  readonly #line: Line;
  readonly #stage: Stage;
  readonly #handlers: readonly string[];
  /** Why what the handler at work has done can't be told any more. */
  #broken: string | undefined;
  readonly #mirror = new Mirror(1, mostParts);

  constructor(line: Line, stage: Stage, handlers: readonly string[]) {
    this.#line = line;
    this.#stage = stage;
    this.#handlers = handlers;
  }

  /** Until the judge is gone. */
  serve(): void {
    for (let question = this.#hear(); question; question = this.#hear()) this.#answer(question);
  }

  #answer(question: Question): void {
    if (question[0] !== 'call') throw new Error(`Cannot answer "${question[0]}" outside a call`);
    const [, handler, writes, args, now, anew] = question;
    if (anew) this.#mirror.clear();
    this.#mirror.take(writes, 0, []);
    const world = new SandboxWorld<never>(now, (options) => this.#draw(options));
    const roots: unknown[] = [];
    const given = args.map((arg) => this.#given(arg, world, roots));
    const act = this.#stage[this.#handlers[handler] as string] as (...given: unknown[]) => unknown;
    this.#broken = undefined;
    this.#say(this.#outcome(() => act.apply(this.#stage, given), roots, world));
  }

  #outcome(act: () => unknown, roots: readonly unknown[], world: World): Answer {
    let value: unknown;
    try {
      value = act();
    } catch (error) {
      return ['threw', describe(error)];
    }
    try {
      const [writes, [told], wishes] = this.#told(roots, [value], world);
      return ['done', writes, told as Told, wishes];
    } catch (error) {
      if (!(error instanceof Unsayable)) throw error;
      return ['broken', error.message];
    }
  }

  /** A value of this side. What can change is noted among the roots. */
  #given(arg: Arg, world: World, roots: unknown[]): unknown {
    if (Array.isArray(arg) && arg[0] === 'world') return world;
    if (Array.isArray(arg) && arg[0] === 'function')
      return (...asked: unknown[]) => this.#ask(arg[1] as number, asked, world, roots);
    const value = this.#mirror.heard(arg);
    if (typeof value === 'object' && value !== null) roots.push(value);
    return value;
  }

  /** Calls a function of the judge's, which must see all that was done before. */
  #ask(index: number, asked: readonly unknown[], world: World, roots: unknown[]): unknown {
    const [writes, args, wishes] = this.#told(roots, asked, world);
    this.#say(['ask', index, writes, args, wishes]);
    const reply = this.#hear();
    if (reply?.[0] === 'failed') throw new Error(reply[1]);
    if (reply?.[0] !== 'gave') throw new Error('Cannot go on: the judge is gone');
    this.#mirror.take(reply[1], 0, []);
    return this.#mirror.heard(reply[2]);
  }

  #draw(options: number): number {
    this.#line.say(['draw', options]);
    const reply = this.#hear();
    if (reply?.[0] !== 'drawn') throw new Error('Cannot go on: the judge is gone');
    return reply[1];
  }

  /** What has changed since it was last told, and `values` besides. */
  #told(
    roots: readonly unknown[],
    values: readonly unknown[],
    world: World,
  ): [writes: Write[], values: Told[], wishes: Wishes] {
    if (this.#broken !== undefined) throw new Unsayable(this.#broken);
    const writes: Write[] = [];
    try {
      const told = this.#mirror.tell([...roots, ...values], writes);
      return [writes, told.slice(roots.length), world.taken()];
    } catch (error) {
      if (!(error instanceof NotPlain)) throw error;
      this.#broken = whatIsNotPlain(roots, values, writes.length);
      throw new Unsayable(this.#broken);
    }
  }

  #say(answer: Answer): void {
    if (answer[0] === 'broken' || answer[0] === 'threw') this.#mirror.clear();
    try {
      this.#line.say(answer);
    } catch (error) {
      if (!(error instanceof TooLong)) throw error;
      this.#mirror.clear();
      this.#line.say(['broken', 'what your handler has left in its state and its messages is larger than 8 MB']);
    }
  }

  #hear(): Question | undefined {
    return this.#line.hear() as Question | undefined;
  }
}

/** What a handler has left can't be told; the message says why. */
class Unsayable extends Error {}

function whatIsNotPlain(roots: readonly unknown[], values: readonly unknown[], writes: number): string {
  if (writes > mostParts) return `your state has more than ${mostParts} parts`;
  const found =
    roots.map((root, i) => notPlain(root, i === 0 ? 'state' : 'message')).find((each) => each !== undefined) ??
    values.map((value) => notPlain(value, 'answer')).find((each) => each !== undefined) ??
    'it goes too deep';
  return `your state and messages must be plain data: ${found}`;
}
