import { expect, test } from 'vitest';
import { drawnCode, lettersOf, parsedCode } from './code.ts';

test('a code is read as it was drawn, also in small letters, with blanks, and without its dashes', () => {
  const code = drawnCode(12);
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `, lettersOf(code)])
    expect(parsedCode(typed, 12)).toBe(code);
});

test('what is too short, or has a letter that is taken for another one, is no code', () => {
  expect(parsedCode('K7QX-M2W', 8)).toBeUndefined();
  for (const taken of ['0', 'O', '1', 'I', 'L', 'U']) expect(parsedCode(`K7QX-M2W${taken}`, 8)).toBeUndefined();
});

test('two codes are not the same', () => {
  expect(new Set(Array.from({ length: 50 }, () => drawnCode(8))).size).toBe(50);
});
