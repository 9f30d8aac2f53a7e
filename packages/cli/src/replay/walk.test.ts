/** Walking a run by keys. */
import { stripVTControlCharacters } from 'node:util';
import type { Shape } from '@weekend/protocol';
import type { Step } from '@weekend/transcript';
import { expect, test } from 'vitest';
import { after, screen } from './walk.ts';

const steps: Step<Shape>[] = ['one', 'two', 'three'].map((text, i) => ({
  event: i,
  at: i,
  text,
  node: 'n1',
  state: { term: i },
  changes: i === 0 ? [] : [{ path: 'term', before: i - 1, after: i }],
  effects: [],
}));

test('keys go on, back, to the ends, and out; never beyond an end', () => {
  expect(after({ name: 'return' }, 0, 3)).toBe(1);
  expect(after({ name: 'n' }, 2, 3)).toBe(2);
  expect(after({ name: 'p' }, 1, 3)).toBe(0);
  expect(after({ name: 'left' }, 0, 3)).toBe(0);
  expect(after({ name: 'end' }, 0, 3)).toBe(2);
  expect(after({ name: 'x' }, 1, 3)).toBe(1);
  expect(after({ name: 'q' }, 1, 3)).toBeUndefined();
  expect(after({ name: 'c', ctrl: true }, 1, 3)).toBeUndefined();
});

test('a screen shows the steps before, the step, its node’s state, and at the end the rule', () => {
  const shown = (place: number) => screen(steps, place, ['✘ the rule']).map((line) => stripVTControlCharacters(line));
  expect(shown(1)).toEqual(expect.arrayContaining(['       one', '2/3  two', '        term: 0 → 1', '    term 1']));
  expect(shown(1)).not.toContain('✘ the rule');
  expect(shown(2)).toContain('✘ the rule');
});
