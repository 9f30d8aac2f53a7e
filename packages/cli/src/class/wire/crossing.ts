/**
 * How values cross the membrane between judge and sandbox where functions take functions and answer with promises. Plain
 * data crosses as a copy. Functions, promises, errors, and objects with methods stay on their side: the other side gets a
 * number and makes a stand-in; and a stand-in that comes home is the very thing for which it stood.
 */
import { Buffer } from 'node:buffer';
import {
  asObject,
  type Crossing,
  type Described,
  describedIn,
  type Lending,
  listOf,
  type Settled,
  TooMuch,
  thrownIn,
  type Using,
} from './lending.ts';
import { Illegal } from './mirror.ts';
import { isPlainObject, standInFor } from './stand-in.ts';

const deepest = 100;
const mostTold = 500_000;
/** In bytes; a line holds a little more. */
const mostInAMessage = 7 * 2 ** 20;

// Taken before a student's code is there.
const then: (this: object, ...how: ((value: unknown) => void)[]) => unknown = Promise.prototype.then;
const { isFrozen, freeze, defineProperty } = Object;
const { stringify } = JSON;
const { byteLength } = Buffer;
/** Below that, the most that a text may take will do. */
const short = 1_000;

interface Settling {
  promise: Promise<unknown>;
  settle: Record<Settled, (value: unknown) => void>;
}

export class Crossings {
  readonly #lending: Lending;
  readonly #using: Using;
  /** What stays here and is known to the other side. */
  readonly #mine = new Map<number, object>();
  readonly #idOfMine = new WeakMap<object, number>();
  readonly #described = new Map<number, Described>();
  /** What stands here for what stays there. */
  readonly #theirs = new Map<number, object>();
  readonly #idOfTheirs = new WeakMap<object, number>();
  readonly #waiting = new Map<number, Settling>();
  readonly #posted = new Map<number, Settling>();
  #given = 0;
  #heard: number;
  #fresh: number[] = [];
  #room = mostInAMessage;
  #onlyData = false;

  /** `known`: so many things of the other side have a number from the beginning. */
  constructor(lending: Lending, using: Using, known = 0) {
    this.#lending = lending;
    this.#using = using;
    this.#heard = known;
  }

  /** Gives the next number to something of ours. */
  lend(object: object): number {
    if (this.#onlyData) throw new TooMuch('more than data');
    if (this.#mine.size > mostTold)
      throw new TooMuch('your code has made more functions and promises than there can be');
    this.#given += 1;
    this.#mine.set(this.#given, object);
    this.#idOfMine.set(object, this.#given);
    this.#fresh.push(this.#given);
    return this.#given;
  }

  /** The function of ours with this number. */
  functionOf(id: unknown): (...args: unknown[]) => unknown {
    const found = this.#mine.get(id as number);
    if (typeof found !== 'function') throw new Illegal('it called a function that it was not given');
    return found as (...args: unknown[]) => unknown;
  }

  /** The object of ours with this number, if it was lent with that member. */
  objectOf(id: unknown, kind: 'methods' | 'fields', member: unknown): Record<PropertyKey, unknown> {
    const described = this.#described.get(id as number);
    if (!described?.[kind].includes(member as string)) throw new Illegal('it used of an object what it was not given');
    return this.#mine.get(id as number) as Record<PropertyKey, unknown>;
  }

  /** An object that the other side knows from the beginning. */
  lendKnown(object: object, methods: readonly string[]): void {
    this.#described.set(this.lend(object), { name: '', methods, fields: [] });
  }

  /** From here on it is another message. */
  said(): void {
    this.#room = mostInAMessage;
  }

  /** All of it or nothing: where it throws, the other side knows no more than before. */
  tell(value: unknown): Crossing {
    this.#fresh = [];
    try {
      return this.#tell(value, 0);
    } catch (error) {
      for (const id of this.#fresh) this.#forget(id);
      throw error;
    }
  }

  /** Of data alone. Throws `TooMuch` where something is among it that stays on its side. */
  tellData(value: unknown): Crossing {
    this.#onlyData = true;
    try {
      return this.tell(value);
    } finally {
      this.#onlyData = false;
    }
  }

  /** Of whatever was thrown, or of what keeps us from telling of it. */
  tellThrown(error: unknown): Crossing {
    try {
      return this.tell(error);
    } catch (why) {
      this.#room = mostInAMessage;
      return this.tell(why instanceof TooMuch ? why : new TooMuch('your code has thrown what can not be looked at'));
    }
  }

  hear(told: unknown): unknown {
    return this.#hear(told, 0);
  }

  /** A promise of the other side has come to its end. `whose`: who has given it its number, seen from there. */
  settle(whose: unknown, id: unknown, how: Settled, value: unknown): void {
    const waiting = whose === 'yours' ? this.#posted : this.#waiting;
    const settling = waiting.get(id as number);
    if (!settling) throw new Illegal('it settled a promise that nobody waits for');
    waiting.delete(id as number);
    if (whose === 'yours') this.#forget(id as number);
    else {
      this.#theirs.delete(id as number);
      this.#idOfTheirs.delete(settling.promise);
    }
    settling.settle[how](value);
  }

  /** A promise with a number of ours, for what the other side will answer. */
  expect(): [id: number, promise: Promise<unknown>] {
    const settling = newSettling();
    const id = this.lend(settling.promise);
    this.#posted.set(id, settling);
    return [id, settling.promise];
  }

  /** What we answer to what the other side expects under this number. */
  promise(id: unknown, promise: Promise<unknown>): void {
    this.#standIn(id, () => promise);
    const settled = (how: Settled) => (value: unknown) => {
      this.#theirs.delete(id as number);
      this.#idOfTheirs.delete(promise);
      this.#using.settled('yours', id as number, how, value);
    };
    then.call(promise, settled('done'), settled('failed'));
  }

  #tell(value: unknown, depth: number): Crossing {
    this.#spend(8);
    switch (typeof value) {
      case 'string':
        this.#spend(value.length < short ? 6 * value.length : byteLength(stringify(value)));
        return value;
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0) ? value : ['number', odd(value)];
      case 'bigint':
        return ['bigint', `${value}`];
      case 'symbol':
        return ['symbol', value.description ?? ''];
      case 'undefined':
        return ['nothing'];
      case 'object':
        return value === null ? null : this.#tellObject(value, depth);
      case 'function':
        return (this.#onlyData ? undefined : this.#known(value)) ?? ['function', this.lend(value)];
      default:
        throw new TooMuch('your code passes on what is of no kind');
    }
  }

  #tellObject(object: object, depth: number): Crossing {
    if (depth > deepest) throw new TooMuch('what your code passes on goes in a circle, or too deep');
    const known = this.#known(object);
    if (known && this.#onlyData) throw new TooMuch('more than data');
    if (known) return known;
    if (object instanceof Promise) return this.#tellPromise(object);
    if (object instanceof Error) return ['error', this.lend(object), this.#lending.error(object)];
    if (object instanceof Int32Array) {
      this.#spend(12 * object.length);
      return ['integers', Array.from(object)];
    }
    if (Array.isArray(object)) {
      const items = Array.from(object, (item) => this.#tell(item, depth + 1));
      return ['list', items, isFrozen(object) ? 1 : 0];
    }
    if (isPlainObject(object)) {
      const fields: Crossing[] = [];
      for (const [key, value] of Object.entries(object))
        fields.push(this.#tell(key, depth), this.#tell(value, depth + 1));
      return ['data', fields];
    }
    const described = this.#lending.describe(object);
    const id = this.lend(object);
    this.#described.set(id, described);
    return ['object', id, described.name, described.methods, described.fields, described.posted ?? []];
  }

  #tellPromise(promise: Promise<unknown>): Crossing {
    const id = this.lend(promise);
    const settled = (how: Settled) => (value: unknown) => {
      if (!this.#mine.has(id)) return;
      this.#forget(id);
      this.#using.settled('mine', id, how, value);
    };
    then.call(promise, settled('done'), settled('failed'));
    return ['promise', id];
  }

  #known(object: object): Crossing | undefined {
    const theirs = this.#idOfTheirs.get(object);
    // Who waits over there for a promise that stands for one of theirs waits for that one, and hears of its failure.
    if (theirs !== undefined && this.#waiting.has(theirs)) then.call(object, nothing, nothing);
    if (theirs !== undefined) return ['yours', theirs];
    const mine = this.#idOfMine.get(object);
    if (mine !== undefined && this.#posted.has(mine)) then.call(object, nothing, nothing);
    return mine === undefined ? undefined : ['mine', mine];
  }

  #forget(id: number): void {
    this.#idOfMine.delete(this.#mine.get(id) as object);
    this.#mine.delete(id);
    this.#described.delete(id);
  }

  #spend(bytes: number): void {
    this.#room -= bytes;
    if (this.#room < 0) throw new TooMuch('what your code passes on is larger than 7 MB');
  }

  #hear(told: unknown, depth: number): unknown {
    if (typeof told !== 'object' || told === null) return told;
    if (!Array.isArray(told) || depth > deepest + 1) throw new Illegal('it told what is no value');
    const [kind, first, ...rest] = told as unknown[];
    switch (kind) {
      case 'nothing':
        return undefined;
      case 'number':
        return Number(first);
      case 'bigint':
        return BigInt(/^-?\d{1,1000}$/.test(`${first}`) ? `${first}` : 0);
      case 'symbol':
        return Symbol(`${first}`);
      case 'integers':
        return Int32Array.from(listOf(first) as number[]);
      case 'list': {
        const items = listOf(first).map((item) => this.#hear(item, depth + 1));
        return rest[0] === 1 ? freeze(items) : items;
      }
      case 'data':
        return this.#hearData(listOf(first), depth);
      case 'yours':
        return this.#found(this.#mine, first);
      case 'mine':
        return this.#found(this.#theirs, first);
      case 'function':
        return this.#standIn(
          first,
          (id) =>
            (...args: unknown[]) =>
              this.#using.call(id, args),
        );
      case 'promise':
        return this.#standIn(first, (id) => this.#promised(id));
      case 'error':
        // One that is no error on this side is a text, which has no identity.
        return this.#standIn(first, () => asObject(this.#using.error(thrownIn(rest[0]))));
      case 'object':
        return this.#standIn(first, (id) => standInFor(id, describedIn(rest), this.#using));
      default:
        throw new Illegal('it told what is no value');
    }
  }

  #hearData(fields: readonly unknown[], depth: number): object {
    const data = {};
    for (let i = 0; i < fields.length; i += 2) {
      const key = fields[i];
      if (typeof key !== 'string') throw new Illegal('it told of a field without a name');
      const value = this.#hear(fields[i + 1], depth + 1);
      // By assignment, one of them would be the object's prototype.
      defineProperty(data, key, { value, writable: true, enumerable: true, configurable: true });
    }
    return data;
  }

  #found(known: ReadonlyMap<number, object>, id: unknown): object {
    const found = known.get(id as number);
    if (!found) throw new Illegal('it told of what nobody knows');
    return found;
  }

  /** Each number is given once, and they only grow. */
  #standIn(id: unknown, make: (id: number) => object): object {
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= this.#heard)
      throw new Illegal('it gave a number that is not free');
    if (this.#theirs.size > mostTold) throw new Illegal('it has made more functions and promises than there can be');
    this.#heard = id;
    const standIn = make(id);
    this.#theirs.set(id, standIn);
    this.#idOfTheirs.set(standIn, id);
    return standIn;
  }

  #promised(id: number): Promise<unknown> {
    const settling = newSettling();
    this.#waiting.set(id, settling);
    return settling.promise;
  }
}

function newSettling(): Settling {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  return { promise, settle: { done: resolve, failed: reject } };
}

const nothing = (): void => {};

const odd = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
