import { WatchedCounter } from '@weekend/concurrency/watched-counter';
import { beforeAll, describe, expect, test } from 'vitest';
import { Rehearsal } from './rehearsal.ts';

let current: WatchedCounter | undefined;
beforeAll(() => WatchedCounter.install(() => current));

function rehearsed(interruptions: readonly number[], act: (counter: Int32Array) => void) {
  const rehearsal = new Rehearsal(interruptions);
  const watched = new WatchedCounter(rehearsal);
  current = watched;
  act(watched.counter);
  current = undefined;
  return rehearsal.result(watched.seen);
}

const plainly = (counter: Int32Array) => {
  counter[0] = (counter[0] ?? 0) + 1;
};

describe('another thread', () => {
  test('comes in between reading and writing, and is overwritten', () => {
    expect(rehearsed([1], plainly)).toMatchObject({ value: 1, added: 1, atomics: 0, unseen: false });
    expect(rehearsed([2], plainly)).toMatchObject({ value: 1, added: 1 });
  });

  test('comes in before and after, and is not', () => {
    expect(rehearsed([0], plainly)).toMatchObject({ value: 2, added: 1 });
    expect(rehearsed([3], plainly)).toMatchObject({ value: 2, added: 1 });
  });

  test('does not come in where it was not told to', () => {
    expect(rehearsed([], plainly)).toMatchObject({ value: 1, added: 0 });
    expect(rehearsed([99], plainly)).toMatchObject({ value: 1, added: 0 });
  });

  test('can not come into what Atomics do', () => {
    const result = rehearsed([0, 1], (counter) => Atomics.add(counter, 0, 1));
    expect(result).toMatchObject({ value: 3, added: 2, atomics: 1, unseen: false });
  });

  test('comes in between two Atomics', () => {
    const inTwoSteps = (counter: Int32Array) => Atomics.store(counter, 0, Atomics.load(counter, 0) + 1);
    expect(rehearsed([1], inTwoSteps)).toMatchObject({ value: 1, added: 1, atomics: 2 });
  });

  test('comes in before a function of the array is called', () => {
    const byFunctions = (counter: Int32Array) => counter.fill((counter.at(0) ?? 0) + 1);
    const results = [0, 1, 2, 3, 4, 5, 6, 7].map((occasion) => rehearsed([occasion], byFunctions).value);
    expect(results).toContain(1);
  });
});

test('a second array over the same memory is noticed by what it does', () => {
  const around = rehearsed([], (counter) => {
    const own = new Int32Array(counter.buffer);
    own[0] = 1;
  });
  expect(around.unseen).toBe(true);

  const atomically = rehearsed([], (counter) => Atomics.add(new Int32Array(counter.buffer), 0, 1));
  expect(atomically).toMatchObject({ value: 1, unseen: false });
});

test('Atomics on other memory is left alone', () => {
  const other = new Int32Array(new SharedArrayBuffer(8));
  expect(rehearsed([], () => Atomics.add(other, 1, 5))).toMatchObject({ value: 0, atomics: 0 });
  expect(Atomics.load(other, 1)).toBe(5);
});
