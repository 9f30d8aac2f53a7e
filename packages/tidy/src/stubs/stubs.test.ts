/** Every stub is its reference with the bodies taken out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveStub } from './derive.ts';
import { found, stubs } from './stubs.ts';

describe.each(stubs())('$file', ({ file, fresh, text }) => {
  test('as reset gives it', () => expect(found(fresh)).toBe(text));

  // In a student's own copy this file is the student's.
  test.runIf(process.env.CI === 'true')('as a student finds it', () => expect(found(file)).toBe(text));
});

const example = (name: string): string => readFileSync(join(import.meta.dirname, `example-${name}.txt`), 'utf8');

const reference = example('reference');

test('signatures and comments stay, bodies and helpers go, and only what is named is imported', () => {
  expect(deriveStub(reference, 'stage.ts')).toBe(example('stub'));
});

test.each([
  ['a body that does not say what it is', '    // stub: how it is done\n', '', /first in stage.ts does not begin with/],
  [
    'something that is no method',
    'async first<T>(one: One<T>, _other: number): Promise<T> {',
    'first: async () => {',
    /first in stage.ts is no method/,
  ],
  ['a file without an object', 'export const', 'const', /stage.ts exports no object/],
])('%s is refused', (_, piece, by, sentence) => {
  expect(() => deriveStub(reference.replace(piece, by), 'stage.ts')).toThrow(sentence);
});
