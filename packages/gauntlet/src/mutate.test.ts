import { expect, test } from 'vitest';
import { mutantsOf } from './mutate.ts';

const idsOf = (text: string): string[] => mutantsOf('/vote.ts', text).map(({ id }) => id);

/** The text that each mutant has instead. */
const made = (text: string): string[] =>
  mutantsOf('/vote.ts', text).map(
    ({ edit: { start, end, text: instead } }) => text.slice(0, start) + instead + text.slice(end),
  );

test('a comparison becomes its neighbour and its opposite', () => {
  expect(made('export const wins = (a: number, b: number) => a > b;')).toEqual([
    'export const wins = (a: number, b: number) => a >= b;',
    'export const wins = (a: number, b: number) => a <= b;',
  ]);
});

test('each clause of a condition is dropped, and each statement', () => {
  const all = made('function f(s) { if (s.a && !s.b) return; s.x = s.y; }');
  expect(all).toContain('function f(s) { if (s.a) return; s.x = s.y; }');
  expect(all).toContain('function f(s) { if (!s.b) return; s.x = s.y; }');
  expect(all).toContain('function f(s) { if (s.a && s.b) return; s.x = s.y; }');
  expect(all).toContain('function f(s) {  s.x = s.y; }');
  expect(all).toContain('function f(s) { if (s.a && !s.b) return;  }');
});

test('a case that is not ended falls through to the next', () => {
  expect(made("function f(k) { switch (k) { case 'a': one(); return; case 'b': two(); } }")).toContain(
    "function f(k) { switch (k) { case 'a': one();  case 'b': two(); } }",
  );
});

test('two statements are swapped only where their order may matter', () => {
  const swapped = (text: string) => idsOf(text).filter((id) => id.includes('· swapped ·'));
  expect(swapped('function f(s) { s.a = 1; s.b = 2; }')).toEqual([]);
  expect(swapped('function f(s) { s.a = 1; s.b = s.a; }')).toHaveLength(1);
  expect(swapped('function f(s) { if (s.over) return; s.a = 1; }')).toHaveLength(1);
});

test('what is only told to somebody is left alone, and so are types', () => {
  expect(
    idsOf(`type Two = 2; export function f(n: 1 | 2): void { \`\${n + 1}\`; }`).filter((id) =>
      /off by|operator/.test(id),
    ),
  ).toEqual([]);
});

test('an id says where and what, is not given twice, and outlives lines and comments that come between', () => {
  const text = 'function wins(a) { return a > 1 || a > 1; }';
  const moved = '// Somebody writes more.\n\nfunction wins(a) {\n  // And here.\n  return a > 1 || a > 1;\n}';
  expect(idsOf(text)).toContain('vote · wins · operator · a > 1 → a >= 1');
  expect(idsOf(text)).toContain('vote · wins · operator · a > 1 → a >= 1 (2)');
  expect(new Set(idsOf(text)).size).toBe(idsOf(text).length);
  expect(idsOf(moved)).toEqual(idsOf(text));
});
