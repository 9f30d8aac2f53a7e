import { describe, expect, test } from 'vitest';
import { entriesAfter, type Log, lastIndex, lastTerm, termAt } from './log.ts';
import { put } from './test-command.ts';

const log: Log = [1, 1, 4].map((term, i) => ({ term, command: put(`c${i + 1}`) }));

describe('a log', () => {
  test('is addressed from 1, and 0 is before its first entry', () => {
    expect([lastIndex(log), lastTerm(log)]).toEqual([3, 4]);
    expect([0, 1, 2, 3].map((index) => termAt(log, index))).toEqual([0, 1, 1, 4]);
  });

  test('that is empty ends at index 0 in term 0, as the paper’s first messages say', () => {
    expect([lastIndex([]), lastTerm([]), termAt([], 0)]).toEqual([0, 0, 0]);
  });

  test('has no term where it has no entry', () => {
    expect([termAt(log, 4), termAt(log, -1), termAt([], 1)]).toEqual([undefined, undefined, undefined]);
  });

  test('gives what is after an index, at most so much of it', () => {
    expect(entriesAfter(log, 0)).toEqual(log);
    expect(entriesAfter(log, 2)).toEqual([{ term: 4, command: put('c3') }]);
    expect(entriesAfter(log, 3)).toEqual([]);
    expect(entriesAfter(log, 0, 2)).toEqual(log.slice(0, 2));
    expect(entriesAfter(log, 1, 0)).toEqual([]);
  });
});
