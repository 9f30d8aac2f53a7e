import { expect, test } from 'vitest';
import { Queue } from './queue.ts';
import { Random } from './random.ts';

test('of many, the earliest comes first and, of those at one time, the one that was added first', () => {
  const random = new Random(1, 'queue');
  const queue = new Queue<{ at: number; order: number }>();
  const expected: { at: number; order: number }[] = [];
  const taken: unknown[] = [];
  for (let order = 0; order < 2000; order++) {
    const item = { at: random.below(50), order };
    queue.add(item.at, item);
    expected.push(item);
    // Taking in between shakes the heap, as a run does.
    if (order % 3 === 2) {
      expected.sort((a, b) => a.at - b.at || a.order - b.order);
      expect(queue.nextAt).toBe(expected[0]?.at);
      expect(queue.take()).toEqual(expected.shift());
    }
  }
  for (let item = queue.take(); item; item = queue.take()) taken.push(item);
  expect(taken).toEqual(expected.sort((a, b) => a.at - b.at || a.order - b.order));
});

test('an empty queue has nothing to give, and is never due', () => {
  const queue = new Queue<string>();
  expect([queue.take(), queue.next, queue.nextAt]).toEqual([undefined, undefined, Number.POSITIVE_INFINITY]);
});
