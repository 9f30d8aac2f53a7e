/**
 * What the power can leave when it fails: for each moment of a run, everything durable, a beginning of the rest, and of the
 * last operation of that beginning perhaps a part.
 */
import type { Operation } from '@weekend/log-store';
import { apply, type Contents, type Moment, type SimulatedStore } from './simulated-store.ts';

export interface Crash {
  remains: Contents;
  /** How much of the tape had happened, at the latest. */
  moment: number;
  /** The torn operation: what was to be done, and what is there. */
  torn?: { was: string; is: string; key: string };
  /** How many of the operations on the tape are there, without the torn one. */
  done: number;
}

/** The values that a crash may leave where this one was being written. */
export type Tears = (value: string) => readonly string[];

export const notTorn: Tears = () => [];

/** Cut off at a few places, and filled up with zeros from there. */
export const tornHereAndThere: Tears = (value) => {
  const places = new Set([0, 1, 9, value.length >> 1, value.length - 2, value.length - 1]);
  return [...places].flatMap((place) => tornAt(value, place));
};

/** Cut off after each of its characters, and filled up with zeros from there. */
export const tornAnywhere: Tears = (value) => Array.from(value, (_, place) => tornAt(value, place)).flat();

function tornAt(value: string, place: number): string[] {
  if (place < 0 || place >= value.length) return [];
  const begun = value.slice(0, place);
  return [begun, begun.padEnd(value.length, '\0')].filter((torn) => torn !== value);
}

/** Every crash of this run, the earliest first. */
export function* crashes({ durable, tape }: SimulatedStore, tears: Tears): Generator<Crash> {
  const remains = new Map(durable);
  const operations = operationsOf(tape);
  for (const [done, { operation, until }] of operations.entries()) {
    yield { remains: new Map(remains), moment: until, done };
    if (operation.type === 'put') {
      for (const value of tears(operation.value)) {
        const torn = { was: operation.value, is: value, key: operation.key };
        yield { remains: new Map(remains).set(operation.key, value), moment: until, torn, done };
      }
    }
    apply(remains, operation);
  }
  yield { remains, moment: tape.length, done: operations.length };
}

/** What is left if the power fails now and takes everything that it may take. */
export function leastLeft({ durable, tape }: SimulatedStore, moment = tape.length): Contents {
  const remains = new Map(durable);
  const synced = tape.slice(0, moment).findLastIndex(({ kind }) => kind === 'synced');
  for (const each of tape.slice(0, Math.max(synced, 0))) if (each.kind === 'operation') apply(remains, each.operation);
  return remains;
}

/** Each operation, and the moment from which on a crash can no longer take it. */
function operationsOf(tape: readonly Moment[]): { operation: Operation; until: number }[] {
  const operations: { operation: Operation; until: number }[] = [];
  let until = tape.length;
  for (const [moment, each] of [...tape.entries()].reverse()) {
    if (each.kind === 'synced') until = moment;
    if (each.kind === 'operation') operations.push({ operation: each.operation, until });
  }
  return operations.reverse();
}
