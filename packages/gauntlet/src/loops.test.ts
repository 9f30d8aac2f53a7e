import { expect, test } from 'vitest';
import { countTurns } from './loops.ts';

/** Runs a function's text, and counts. */
function turnsOf(text: string): { result: unknown; turns: number } {
  let turns = 0;
  const run = new Function('countTurn', countTurns('/loops.js', text).replace('export ', 'return '));
  return { result: run(() => (turns += 1))(), turns };
}

test('every kind of loop counts its turns, one inside the other, with braces and without, and does what it did', () => {
  const text = `export function f() {
    let sum = 0;
    for (let i = 0; i < 3; i++) for (const j of [1, 2]) sum += j;
    while (sum > 5) sum -= 2;
    do { sum += 1; } while (sum < 7);
    for (const key in { a: 1 }) { if (key === 'b') continue; sum += 10; }
    return sum;
  }`;
  expect(turnsOf(text)).toEqual({ result: 17, turns: 3 + 6 + 2 + 2 + 1 });
});
