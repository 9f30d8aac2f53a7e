/**
 * Which timers run on a node, and which of them may fire next. There is no clock, so this keeps of the time only what is
 * certain: which timer is due before which. A machine that is late fires what is due first, first; so no more is certain
 * between two timers than what was certain when the later one was set.
 */
import type { Shape, TimerChange } from '@weekend/protocol';
import type { Timers } from './question.ts';
import { absent, Pairs, Texts } from './tables.ts';

/** A timer that runs: its name, in how many milliseconds it is due at most, and which others are due before. */
type Running = [name: string, max: number | null, waitsFor: string[]];

/** The number of no timers at all. */
export const idle = 0;

export class Armed<S extends Shape> {
  readonly #order: Timers;
  readonly #texts = new Texts();
  readonly #sets: (readonly Running[])[] = [];
  readonly #changed = new Pairs();

  constructor(order: Timers) {
    this.#order = order;
    this.#number([]);
  }

  /** Timers of which nothing is known but that they run. */
  running(names: readonly S['Timer'][]): number {
    return this.#number(names.map((name) => [name, null, []]));
  }

  names(set: number): S['Timer'][] {
    return (this.#sets[set] as Running[]).map(([name]) => name);
  }

  /** Which may fire next. */
  ready(set: number): S['Timer'][] {
    return (this.#sets[set] as Running[]).filter(([, , waitsFor]) => waitsFor.length === 0).map(([name]) => name);
  }

  /** After a turn, which `turn` is the number of: it fired one, perhaps, and asked for changes. */
  after(set: number, turn: number, fired: S['Timer'] | undefined, changes: readonly TimerChange<S>[]): number {
    if (fired === undefined && changes.length === 0) return set;
    const known = this.#changed.get(set, turn);
    if (known !== absent) return known;
    const after = this.#apply(this.#sets[set] as Running[], fired, changes);
    this.#changed.set(set, turn, after);
    return after;
  }

  #apply(before: readonly Running[], fired: S['Timer'] | undefined, changes: readonly TimerChange<S>[]): number {
    const gone = new Set<string>(changes.map(({ timer }) => timer));
    if (fired !== undefined) gone.add(fired);
    const kept = before
      .filter(([name]) => !gone.has(name))
      .map(([name, max, waitsFor]): Running => [name, max, waitsFor.filter((other) => !gone.has(other))]);
    const set = changes.flatMap(({ timer, range }) => (range ? [{ timer, ...range }] : []));
    if (this.#order === 'any') return this.#number([...kept, ...set.map(({ timer }): Running => [timer, null, []])]);
    const dueBy: [string, number | null][] = [
      ...kept.map(([name, max]): [string, number | null] => [name, max]),
      ...set.map(({ timer, max }): [string, number] => [timer, max]),
    ];
    const added = set.map(({ timer, min, max }): Running => {
      const waitsFor = dueBy.filter(([, due]) => due !== null && due < min).map(([name]) => name);
      return [timer, max, waitsFor.sort()];
    });
    return this.#number([...kept, ...added]);
  }

  #number(timers: Running[]): number {
    timers.sort(([a], [b]) => (a < b ? -1 : 1));
    const number = this.#texts.numberOf(JSON.stringify(timers));
    if (number === this.#sets.length) this.#sets.push(timers);
    return number;
  }
}
