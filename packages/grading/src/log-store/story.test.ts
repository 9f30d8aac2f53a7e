import { expect, test } from 'vitest';
import type { Moment } from './simulated-store.ts';
import { linesOf } from './story.ts';

const put = (key: string, batch: number): Moment => ({
  kind: 'operation',
  operation: { type: 'put', key, value: 'v' },
  batch,
});

const textsOf = (...tape: Moment[]): string[] => linesOf(tape).map(({ text }) => text);

test('a save of which nobody disturbs the batch is two lines', () => {
  expect(
    textsOf(
      { kind: 'called', save: 0, changes: { currentTerm: 1 } },
      put('a', 2),
      put('b', 2),
      { kind: 'synced', batch: 2 },
      { kind: 'done', save: 0 },
    ),
  ).toEqual(['save 1 is called: {"currentTerm":1}', 'batch 2: put a = v, put b = v; synced; save 1 settles']);
});

test('what comes in between stands in between, and batches that overtake each other keep their order', () => {
  expect(
    textsOf(
      put('a', 2),
      put('b', 3),
      { kind: 'synced', batch: 3 },
      { kind: 'called', save: 4, changes: {} },
      { kind: 'synced', batch: 2 },
      { kind: 'done', save: 0 },
      { kind: 'done', save: 1 },
      { kind: 'done', save: 2 },
    ),
  ).toEqual([
    'batch 2: put a = v',
    'batch 3: put b = v; synced',
    'save 5 is called: {}',
    'batch 2 is synced; saves 1 to 3 settle',
  ]);
});

test('a full disk is told with the saves that fail of it, and a save that settles all the same on a line of its own', () => {
  const failed: Moment = { kind: 'failed', batch: 2 };
  expect(textsOf(put('a', 2), failed, { kind: 'rejected', save: 0 }, { kind: 'rejected', save: 2 })).toEqual([
    'batch 2: put a = v; the disk is full, and it fails; saves 1, 3 fail',
  ]);
  expect(textsOf(failed, { kind: 'done', save: 0 })).toEqual(['batch 2 fails: the disk is full', 'save 1 settles']);
});

test('saves of the same fields are of one kind, and saves of other fields are not', () => {
  const kinds = [{ 'field 1': 1 }, { 'field 2': 'two' }, { log: [] }].map(
    (changes, save) => linesOf([{ kind: 'called', save, changes }])[0]?.kind,
  );
  expect(kinds[0]).toBe(kinds[1]);
  expect(kinds[0]).not.toBe(kinds[2]);
});
