/**
 * One side of the membrane between judge and sandbox. Only one side runs at a time: to ask is to wait for the answer, and
 * to serve meanwhile what the other side asks. What became of promises goes with whatever is said next.
 */
import { Crossings } from './crossing.ts';
import { type Crossing, type Lending, listOf, type Settled, type Using, type Whose } from './lending.ts';
import { Illegal } from './mirror.ts';
import { type Change, Shared } from './shared.ts';
import { symbolNamed } from './stand-in.ts';
import type { ThrownError } from './words.ts';

/** With every message: what has happened meanwhile, in its order, and what became of data that both sides have. */
export type News = readonly [readonly Happened[], readonly Change[]];

export type Happened =
  /** A promise has come to its end over there. `whose`: who has given it its number. */
  | readonly [how: Settled, whose: Whose, id: number, value: Crossing]
  /** Somebody has called a method whose answer is the promise `expected`. */
  | readonly ['posted', expected: number, id: number, name: string, own: 0 | 1, args: readonly Crossing[]];

export type Asked =
  | readonly ['call', News, id: number, args: readonly Crossing[]]
  | readonly ['method', News, id: number, name: string, own: 0 | 1, args: readonly Crossing[]]
  /** `times`: so often it was read since it was last asked. */
  | readonly ['field', News, id: number, name: string, times: number];

type Answered = readonly ['gave', News, Crossing] | readonly ['threw', News, Crossing];

/** From the judge, who gives the turn away. */
export type Turn = readonly ['run', News] | readonly ['moment', News];

/** And gets it back: nobody can run over there, with the failures that nobody has heard; or somebody still can. */
type TurnTaken = readonly ['ran', News, failures: readonly Crossing[]] | readonly ['paused', News];

export type Message = Asked | Answered | Turn | TurnTaken;

export interface Wire {
  say(message: Message): void;
  /** Nothing where the other side is gone. */
  hear(): readonly [kind: unknown, ...parts: unknown[]] | undefined;
  /** The other side is gone, or has told what it may not. */
  over(why: string | undefined): never;
}

export interface Manners extends Lending {
  revived(error: ThrownError): unknown;
  /** What to throw where a member of theirs could not be read: whoever only looks expects no error. */
  unreadable(error: unknown): unknown;
  /** Whether it is the one who gives turns, and lends its data to be seen while it changes. */
  isJudge: boolean;
  /** So many objects of the other side are known from the beginning. */
  known: number;
}

const mostNested = 200;
const mostReads = 10_000;

export class Peer implements Using {
  readonly #wire: Wire;
  readonly #manners: Manners;
  readonly #crossings: Crossings;
  readonly #shared: Shared;
  #happened: Happened[] = [];
  /** Of the other side’s objects, what was read since we last heard of it: meanwhile it can’t have changed. */
  readonly #read = new Map<string, { value: unknown; times: number }>();
  /** So many questions of the other side are being served. */
  depth = 0;
  /** How often something has come that may let somebody run here. */
  stirred = 0;
  /** The other side may have something to run. */
  hasStirred = false;
  /** Called when the other side has answered a call, and nothing is being served. */
  afterCall = (): void => {};

  constructor(wire: Wire, manners: Manners) {
    this.#wire = wire;
    this.#manners = manners;
    this.#crossings = new Crossings(manners, this, manners.known);
    this.#shared = new Shared(this.#crossings, manners.isJudge);
  }

  lendKnown(object: object, methods: readonly string[]): void {
    this.#crossings.lendKnown(object, methods);
  }

  get hasNews(): boolean {
    return this.#happened.length > 0;
  }

  call(id: number, args: readonly unknown[]): unknown {
    const told = this.#tellAll(args);
    return this.#called((news) => ['call', news, id, told]);
  }

  callMethod(id: number, name: string, own: boolean, args: readonly unknown[]): unknown {
    const told = this.#tellAll(args);
    return this.#called((news) => ['method', news, id, name, own ? 1 : 0, told]);
  }

  field(id: number, name: string): unknown {
    const place = `${id} ${name}`;
    const read = this.#read.get(place);
    if (read && read.times < mostReads) {
      read.times += 1;
      return read.value;
    }
    const value = this.#looked(id, name, read?.times ?? 1);
    this.#read.set(place, { value, times: 1 });
    return value;
  }

  #looked(id: number, name: string, times: number): unknown {
    try {
      return this.#asked((news) => ['field', news, id, name, times]);
    } catch (error) {
      throw this.#manners.unreadable(error);
    }
  }

  error(error: ThrownError): unknown {
    return this.#manners.revived(error);
  }

  /** Does not wait for the other side. The call is made in its order among all others. */
  post(id: number, name: string, own: boolean, args: readonly unknown[]): Promise<unknown> {
    try {
      const told = args.map((arg) => this.#crossings.tell(arg));
      const [expected, promise] = this.#crossings.expect();
      this.#happened.push(['posted', expected, id, name, own ? 1 : 0, told]);
      if (this.depth === 0) this.afterCall();
      return promise;
    } catch (error) {
      return Promise.reject(error);
    }
  }

  settled(whose: Whose, id: number, how: Settled, value: unknown): void {
    try {
      this.#happened.push([how, whose, id, this.#crossings.tell(value)]);
    } catch (error) {
      this.#happened.push(['failed', whose, id, this.#crossings.tellThrown(error)]);
    }
  }

  /** Gives the turn to the other side, until nobody can run there or somebody has asked us something. */
  giveTurn(kind: Turn[0]): unknown[] {
    const answer = this.#askedOf((news) => [kind, news]);
    switch (answer[0]) {
      case 'ran':
        this.hasStirred = false;
        return this.#legally(() => listOf(answer[2]).map((failure) => this.#crossings.hear(failure)));
      case 'paused':
        return [];
      default:
        return this.#wire.over(`it said "${answer[0]}" in its turn`);
    }
  }

  /** Gives the turn back. */
  turnTaken(failures?: readonly unknown[]): void {
    const told = failures?.map((failure) => this.#crossings.tellThrown(failure));
    this.#say((news) => (told ? ['ran', news, told] : ['paused', news]));
  }

  /** Serves what is asked until a turn is given. */
  nextTurn(): Turn[0] {
    for (;;) {
      const message = this.#hear();
      if (message[0] === 'run' || message[0] === 'moment') return message[0];
      this.#serve(message);
    }
  }

  #called(question: (news: News) => Asked): unknown {
    this.#read.clear();
    try {
      return this.#asked(question);
    } finally {
      if (this.depth === 0) this.afterCall();
    }
  }

  #asked(question: (news: News) => Asked): unknown {
    const answer = this.#askedOf(question);
    const kind = answer[0];
    if (kind !== 'gave' && kind !== 'threw') return this.#wire.over(`it said "${kind}" in the middle of a call`);
    const value = this.#legally(() =>
      this.#manners.isJudge ? this.#shared.hear(answer[2]) : this.#crossings.hear(answer[2]),
    );
    if (kind === 'threw') throw value;
    return value;
  }

  #askedOf(question: (news: News) => Message): readonly unknown[] {
    this.#say(question);
    for (;;) {
      const message = this.#hear();
      if (message[0] !== 'call' && message[0] !== 'method' && message[0] !== 'field') return message;
      this.#serve(message);
    }
  }

  #serve(message: readonly unknown[]): void {
    if (this.depth >= mostNested) this.#wire.over('its calls go too deep');
    this.stirred += 1;
    const act = this.#legally(() => this.#actFor(message));
    this.depth += 1;
    const answer = this.#answered(act);
    this.depth -= 1;
    this.#read.clear();
    this.#say((news) => [answer[0], news, answer[1]]);
  }

  #answered(act: () => unknown): readonly ['gave' | 'threw', Crossing] {
    try {
      const value = act();
      return ['gave', this.#manners.isJudge ? this.#crossings.tell(value) : this.#shared.tell(value)];
    } catch (error) {
      return ['threw', this.#crossings.tellThrown(error)];
    }
  }

  /** What was asked, looked at, and not done yet. */
  #actFor([kind, _news, id, first, second, third]: readonly unknown[]): () => unknown {
    switch (kind) {
      case 'call': {
        const called = this.#crossings.functionOf(id);
        const args = this.#hearAll(first);
        return () => called(...args);
      }
      case 'method': {
        const object = this.#crossings.objectOf(id, 'methods', first);
        const args = this.#hearAll(third);
        const method = object[symbolNamed(first as string)] as (...args: unknown[]) => unknown;
        return () => method.apply(second === 1 ? object : undefined, args);
      }
      case 'field': {
        const object = this.#crossings.objectOf(id, 'fields', first);
        const times = typeof second === 'number' && second <= mostReads ? second : 1;
        return () => {
          for (let more = 1; more < times; more += 1) void object[first as string];
          return object[first as string];
        };
      }
      default:
        throw new Illegal(`it said "${kind}" where it could only ask`);
    }
  }

  #tellAll(values: readonly unknown[]): Crossing[] {
    return values.map((value) => (this.#manners.isJudge ? this.#shared.tell(value) : this.#crossings.tell(value)));
  }

  #hearAll(told: unknown): unknown[] {
    return listOf(told).map((each) => (this.#manners.isJudge ? this.#crossings.hear(each) : this.#shared.hear(each)));
  }

  #say(message: (news: News) => Message): void {
    this.hasStirred = true;
    const happened = this.#happened;
    this.#happened = [];
    this.#wire.say(message([happened, this.#shared.changes()]));
    this.#crossings.said();
  }

  #hear(): readonly [kind: unknown, ...parts: unknown[]] {
    const message = this.#wire.hear();
    if (!message) return this.#wire.over(undefined);
    if (message[0] !== 'gave') this.#read.clear();
    this.#legally(() => {
      const [happened, changes] = listOf(message[1]);
      this.#shared.take(listOf(changes));
      for (const each of listOf(happened)) this.#takeNote(listOf(each));
    });
    return message;
  }

  #takeNote([how, ...rest]: readonly unknown[]): void {
    this.stirred += 1;
    switch (how) {
      case 'done':
      case 'failed':
        this.#crossings.settle(rest[0], rest[1], how, this.#crossings.hear(rest[2]));
        break;
      case 'posted':
        this.#perform(rest);
        break;
      default:
        throw new Illegal('it told of what can not happen');
    }
  }

  #perform([expected, ...call]: readonly unknown[]): void {
    const act = this.#actFor(['method', undefined, ...call]);
    this.depth += 1;
    this.#crossings.promise(expected, promised(act));
    this.depth -= 1;
  }

  #legally<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (error instanceof Illegal) this.#wire.over(error.message);
      throw error;
    }
  }
}

/** The very promise that it answers with: another one would come to its end a moment later. */
function promised(act: () => unknown): Promise<unknown> {
  try {
    const answer = act();
    return answer instanceof Promise ? answer : Promise.resolve(answer);
  } catch (error) {
    return Promise.reject(error);
  }
}
