/**
 * Data that was passed as a copy and that somebody may still change: a list whose caller goes on with it, a counter. The
 * other side's copy is told of each change before it runs again, and for a while: who keeps it for longer does not see it.
 */
import type { Crossings } from './crossing.ts';
import type { Crossing } from './lending.ts';
import { Illegal } from './mirror.ts';

export type Change = readonly [which: number, value: Crossing];

interface Entry {
  which: number;
  data: object;
  /** As it was last told, or heard. Nothing: the other side has changed what is ours, and each goes on with his own. */
  was: string | undefined;
  isOurs: boolean;
}

const most = 4;
/** What is larger is passed as a copy, and that is all. */
const longest = 2_000;

const { stringify } = JSON;

export class Shared {
  readonly #crossings: Crossings;
  readonly #isJudge: boolean;
  #entries: Entry[] = [];
  #count = 0;

  /** A judge’s own data is changed by nobody else, but for counters. */
  constructor(crossings: Crossings, isJudge: boolean) {
    this.#crossings = crossings;
    this.#isJudge = isJudge;
  }

  tell(value: unknown): Crossing {
    const known = this.#entries.find(({ data }) => data === value);
    if (known) return ['same', known.which];
    const told = typeof value === 'object' && value !== null ? this.#asData(value) : undefined;
    if (told === undefined || !isChangeable(value, told)) return this.#crossings.tell(value);
    const was = stringify(told);
    if (was.length > longest) return told;
    this.#keep(value as object, was, true);
    return ['shared', told];
  }

  hear(told: unknown): unknown {
    const [kind, first] = Array.isArray(told) ? (told as unknown[]) : [];
    if (kind === 'same') return this.#entry(first).data;
    if (kind !== 'shared') return this.#crossings.hear(told);
    const value = this.#crossings.hear(first);
    if (!isChangeable(value, first)) throw new Illegal('it shared what is no data');
    this.#keep(value as object, stringify(first), false);
    return value;
  }

  /** What has changed since it was last told. */
  changes(): Change[] {
    return this.#entries.flatMap((entry) => {
      if (entry.was === undefined) return [];
      const told = this.#asData(entry.data);
      if (told === undefined) return [];
      const is = stringify(told);
      if (is === entry.was) return [];
      entry.was = is;
      return [[entry.which, told] as const];
    });
  }

  take(changes: readonly unknown[]): void {
    for (const change of changes) {
      const [which, told] = Array.isArray(change) ? (change as unknown[]) : [];
      const entry = this.#entry(which);
      const isFixed = this.#isJudge && entry.isOurs && !(entry.data instanceof Int32Array);
      entry.was = isFixed ? undefined : stringify(told);
      if (!isFixed) become(entry.data, this.#crossings.hear(told));
    }
  }

  #asData(value: object): Crossing | undefined {
    try {
      return this.#crossings.tellData(value);
    } catch {
      // Whatever it is, it is passed on as that, and not shared.
      return undefined;
    }
  }

  /** Both sides keep and forget the same ones, since they tell and hear of them in one order. */
  #keep(data: object, was: string, isOurs: boolean): void {
    this.#count += 1;
    this.#entries.push({ which: this.#count, data, was, isOurs });
    if (this.#entries.length > most) this.#entries.shift();
  }

  #entry(which: unknown): Entry {
    const found = this.#entries.find((entry) => entry.which === which);
    if (!found) throw new Illegal('it told of shared data that nobody knows');
    return found;
  }
}

const kinds = ['list', 'data', 'integers'];

const isChangeable = (value: unknown, told: unknown): boolean =>
  Array.isArray(told) && kinds.includes(told[0]) && !Object.isFrozen(value);

/** Turns an object into what another one is, and leaves it the object that it is; its parts, too. */
function become(object: object, other: unknown): void {
  if (Array.isArray(object) && Array.isArray(other)) becomeList(object, other);
  else if (object instanceof Int32Array && other instanceof Int32Array && object.length === other.length)
    object.set(other);
  else if (isFields(object) && isFields(other)) becomeFields(object, other);
  else throw new Illegal('it changed shared data into what can not be');
}

function becomeList(list: unknown[], other: readonly unknown[]): void {
  list.length = Math.min(list.length, other.length);
  for (const [i, item] of other.entries()) list[i] = grown(list[i], item);
}

function becomeFields(fields: Record<string, unknown>, other: Record<string, unknown>): void {
  for (const key of Object.keys(fields)) if (!Object.hasOwn(other, key)) delete fields[key];
  for (const [key, is] of Object.entries(other)) {
    const value = grown(fields[key], is);
    Object.defineProperty(fields, key, { value, writable: true, enumerable: true, configurable: true });
  }
}

/** The part that was there, as it is now; the new one, where that is not the same kind of thing. */
function grown(was: unknown, is: unknown): unknown {
  const areLists = Array.isArray(was) && Array.isArray(is);
  if (!areLists && !(isFields(was) && isFields(is))) return is;
  become(was as object, is);
  return was;
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Int32Array);
