import { describe, expect, test } from 'vitest';
import type { Changes } from './contract.ts';
import { applyChanges, applySaves, isTail } from './disk.ts';

interface Counting {
  State: object;
  Message: { kind: 'none' };
  Timer: 'none';
  Durable: { term: number; votedFor: string | null; log: string[] };
}
type Disk = Partial<Counting['Durable']>;

const after = (disk: Disk, ...saves: Changes<Counting['Durable']>[]): Disk => {
  applySaves<Counting>(disk, saves);
  return disk;
};

describe('a save', () => {
  test('replaces what it names and leaves the rest', () => {
    expect(after({ term: 1, votedFor: 'n1' }, { term: 2 })).toEqual({ term: 2, votedFor: 'n1' });
    expect(after({}, { votedFor: null })).toEqual({ votedFor: null });
  });

  test('of a whole list replaces it; of its end, only that', () => {
    expect(after({ log: ['a', 'b', 'c'] }, { log: ['x'] })).toEqual({ log: ['x'] });
    expect(after({ log: ['a', 'b', 'c'] }, { log: { from: 3, items: ['d'] } })).toEqual({ log: ['a', 'b', 'c', 'd'] });
    expect(after({ log: ['a', 'b', 'c'] }, { log: { from: 1, items: ['x'] } })).toEqual({ log: ['a', 'x'] });
    expect(after({ log: ['a', 'b', 'c'] }, { log: { from: 0, items: [] } })).toEqual({ log: [] });
    expect(after({}, { log: { from: 0, items: ['a'] } })).toEqual({ log: ['a'] });
  });

  test('shares nothing with what was passed', () => {
    const entry = { term: 1 };
    const [whole, end]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
    applyChanges(whole, { log: [entry] });
    applyChanges(end, { log: { from: 0, items: [entry] } });
    entry.term = 9;
    expect([whole, end]).toEqual([{ log: [{ term: 1 }] }, { log: [{ term: 1 }] }]);
  });

  test('of an end that begins beyond the list is refused in words', () => {
    expect(() => after({ log: ['a'] }, { log: { from: 2, items: ['c'] } })).toThrow(
      'Cannot save the tail of log from position 2: 1 items are saved, so it may start at 0 to 1',
    );
    expect(() => after({}, { log: { from: 1, items: [] } })).toThrow('0 items are saved');
    expect(() => after({}, { log: { from: -1, items: [] } })).toThrow('position -1');
    expect(() => after({ log: ['a', 'b'] }, { log: { from: 0.5, items: [] } })).toThrow('position 0.5');
  });
});

describe('the saves of one turn', () => {
  test('build on each other', () => {
    expect(
      after({}, { log: ['a', 'b', 'c'] }, { log: { from: 1, items: ['x'] } }, { log: { from: 2, items: ['y'] } }),
    ).toEqual({
      log: ['a', 'x', 'y'],
    });
  });

  test('are all refused if one of them is: the disk stays as it was', () => {
    const disk: Disk = { term: 1, log: ['a', 'b'] };
    const saves: Changes<Counting['Durable']>[] = [{ term: 2 }, { log: ['a'] }, { log: { from: 2, items: ['c'] } }];
    expect(() => after(disk, ...saves)).toThrow('1 items are saved');
    expect(disk).toEqual({ term: 1, log: ['a', 'b'] });
  });
});

test('only an object with a number to start from and a list of items is the end of a list', () => {
  expect(isTail({ from: 0, items: [] })).toBe(true);
  for (const other of [null, 'text', [], {}, { from: 0 }, { from: 'n1', items: [] }, { from: 0, items: 'none' }])
    expect(isTail(other)).toBe(false);
});
