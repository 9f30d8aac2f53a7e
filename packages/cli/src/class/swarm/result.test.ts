/** The way of a result out of a swarm's container, through a log that may have lost its beginning. */
import { expect, test } from 'vitest';
import { packedResult, unpackedResult } from './result.ts';

const run = { milestones: Array.from({ length: 20_000 }, (_, i) => ({ kind: 'deliver', at: i, term: i % 7 })) };

test('a long result comes out as it went in, and is much shorter meanwhile', () => {
  const printed = packedResult(run);
  expect(printed.length).toBeLessThan(JSON.stringify(run).length / 4);
  expect(JSON.parse(unpackedResult(`something else\n${printed}\n`) ?? '')).toEqual(run);
});

test('a result whose beginning or end is lost is none', () => {
  const printed = packedResult(run);
  expect(unpackedResult(printed.slice(100))).toBeUndefined();
  expect(unpackedResult(printed.slice(0, -100))).toBeUndefined();
  expect(unpackedResult('')).toBeUndefined();
});
