/** The names that a stage goes by on the command line, and what becomes of others. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findStage, findStages, reference, stages, stub } from './stages.ts';

test.for(['election', '03-election', '03', '3'])('%s names the election stage', (word) => {
  expect(findStage(word, 'grade').folder).toBe('03-election');
});

test('an unknown stage is refused with the nearest name and all names', () => {
  expect(() => findStage('elction', 'grade')).toThrow(
    /^Cannot grade: there is no stage "elction" \(did you mean "election"\?\); wanted .*election.*\.$/,
  );
});

test('a word like no stage at all gets no suggestion', () => {
  expect(() => findStage('toast', 'grade')).toThrow(/there is no stage "toast"; wanted/);
});

test('a stage named twice is meant once', () => {
  expect(findStages(['03', 'election'], 'grade').map(({ name }) => name)).toEqual(['election']);
});

test('without a name all stages are meant', () => {
  expect(findStages([], 'grade')).toEqual(stages);
});

test('every stage has its stub and its reference', () => {
  for (const stage of stages) expect([existsSync(stub(stage)), existsSync(reference(stage))]).toEqual([true, true]);
});
