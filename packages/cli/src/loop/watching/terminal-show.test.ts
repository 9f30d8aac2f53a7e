/** What stays on the terminal while a save is proved: the verdict before it for a moment, and never as if it were its own. */
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { election } from '../../../testing/submissions.ts';
import { learn, newRound, type Round } from './round.ts';
import type { Screen } from './screen.ts';
import { terminalShow } from './terminal-show.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const milestone = { id: 'newer-term', title: 'A newer term', points: 10, rule: 'a rule', hint: 'think' };
const passed = { id: 'newer-term', title: 'A newer term', passed: true, points: 10, ms: 1 };

const begun = (): Round => newRound(election, '/somewhere/election.ts', new Date(0), 0);

function known(round: Round): Round {
  learn(round, { kind: 'milestones', milestones: [milestone] }, 0);
  learn(round, { kind: 'result', result: passed }, 40);
  return round;
}

function openPaper(): { screen: Screen; told(): string } {
  let lines: readonly string[] = [];
  const screen: Screen = {
    draw: (of) => {
      lines = of(24, 80);
    },
    close: () => {},
  };
  return { screen, told: () => stripVTControlCharacters(lines.join('\n')) };
}

test('a save without a verdict says at once that it is being proved, and soon shows no points of the save before', () => {
  const { screen, told } = openPaper();
  const show = terminalShow(screen);
  const first = begun();
  show.begun(first);
  show.ended(known(first));
  expect(told()).toContain('10 of 10 points');

  const second = begun();
  show.begun(second);
  expect(told()).toContain('10 of 10 points');
  expect(told()).toContain('proving …');

  vi.advanceTimersByTime(2_000);
  expect(told()).not.toContain('10 of 10 points');
  expect(told()).toContain('proving …');

  show.ended(known(second));
  expect(told()).toContain('10 of 10 points');
  show.close();
});

test('a second save before the first has a verdict leaves on the screen what was there', () => {
  const { screen, told } = openPaper();
  const show = terminalShow(screen);
  const first = begun();
  show.begun(first);
  show.ended(known(first));
  show.begun(begun());
  show.begun(begun());
  expect(told()).toContain('10 of 10 points');
  show.close();
});
