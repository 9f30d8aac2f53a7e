/** Text in 80 columns. */
import { expect, test } from 'vitest';
import { clipped, harmless, withRight, wrapped } from './paper.ts';

const columns = (line: string): number => [...line].length;

test('a long text breaks between words, and goes on under its own beginning', () => {
  const lines = wrapped('word '.repeat(30), '  ✘ ');
  expect(lines.length).toBe(2);
  expect(lines[0]).toMatch(/^ {2}✘ word word/);
  expect(lines[1]).toMatch(/^ {4}word/);
  expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(80);
});

test('a word that fits in no line is broken', () => {
  const lines = wrapped(`a ${'x'.repeat(100)}`, '     1  ');
  expect(lines.length).toBe(3);
  expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(80);
});

test('colours take no columns', () => {
  const red = '\u001b[31mword\u001b[39m ';
  expect(wrapped(red.repeat(16).trim())).toHaveLength(1);
});

test('what stands at the right ends at the edge, however long the text is', () => {
  for (const text of ['short', 'word '.repeat(30).trim()]) {
    const [first, ...rest] = withRight(text, '  ', '10 of 10');
    expect(first).toMatch(/ {2}10 of 10$/);
    expect(columns(first ?? '')).toBe(80);
    for (const line of rest) expect(columns(line)).toBeLessThanOrEqual(80);
  }
});

test('a text that is cut says so', () => {
  expect(clipped('x'.repeat(100))).toBe(`${'x'.repeat(79)}…`);
  expect(clipped('two\nlines')).toBe('two lines');
});

test('what a submission prints can not move the cursor', () => {
  expect(harmless('\u001b[2Ja\rb\u0007\tc\n')).toBe('ab\tc\n');
});
