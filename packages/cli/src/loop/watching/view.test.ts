/** The screen of `watch`: what it says first, how much of it fits, and that three kinds of failure are never mixed. */
import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { election } from '../../../testing/submissions.ts';
import type { Failure, Result } from '../../grade/grade.ts';
import { length } from '../../paper.ts';
import { learn, newRound, type Round } from './round.ts';
import { view } from './view.ts';

afterEach(() => vi.unstubAllEnvs());

const ids = ['newer-term', 'one-vote-a-term', 'majority'];

const milestones = ids.map((id) => ({ id, title: `title of ${id}`, points: 10, rule: `rule of ${id}`, hint: 'think' }));

const broken = (message: string): Failure => ({
  kind: 'broken',
  rule: 'rule of one-vote-a-term',
  message,
  story: Array.from({ length: 60 }, (_, i) => `event ${i}`),
  replay: 'npx weekend replay',
  hint: 'think',
});

const result = (id: string, failure?: Failure): Result => ({
  id,
  title: `title of ${id}`,
  passed: failure === undefined,
  points: 10,
  ms: 1,
  ...(failure ? { failure } : {}),
});

function round(...results: Result[]): Round {
  const made = newRound(election, '/somewhere/election.ts', new Date(0), 0);
  learn(made, { kind: 'milestones', milestones }, 0);
  for (const each of results) learn(made, { kind: 'result', result: each }, 40);
  return made;
}

const lines = (of: Round, rows = 24, hints: string[] = []): string[] =>
  view({ round: of, hints, all: false }, rows, 80).map((line) => stripVTControlCharacters(line));

test('the first failure in the order of the suite is told, though another was proved before it', () => {
  const told = lines(round(result('majority', broken('late')), result('one-vote-a-term', broken('early')))).join('\n');
  expect(told).toContain('early');
  expect(told).not.toContain('late');
  expect(told).toContain('first verdict after 40 ms');
});

test('a window of few lines still has the keys, and says that something is left out', () => {
  for (const rows of [8, 12, 24, 40]) {
    const told = lines(round(result('one-vote-a-term', broken('early'))), rows);
    expect(told.length).toBeLessThanOrEqual(rows);
    expect(told.at(-1)).toContain('q quit');
    expect(told.join('\n')).toMatch(/more lines/);
  }
});

test('what does not compile is worth nothing, and what was proved is told beside it', () => {
  const made = round(result('newer-term'), result('one-vote-a-term', broken('early')));
  learn(made, { kind: 'compiled', compiled: { kind: 'errors', errors: ['election.ts:3:1 Wrong.'] } });
  const told = lines(made).join('\n');
  expect(told).toContain('0 of 30 points');
  expect(told).toContain('election.ts:3:1 Wrong.');
  expect(told).toContain('early');
});

test.each([
  ['machine', 'Your machine, not your code'],
  ['grader', 'Our grader, not your code'],
] as const)('a failure of the %s names whose it is, and nothing of the student’s', (kind, whose) => {
  const made = round(result('one-vote-a-term', broken('early')));
  made.trouble = { kind, told: 'it broke' };
  const told = lines(made).join('\n');
  expect(told).toContain(whose);
  expect(told).not.toContain('early');
});

test('in Japanese, too, no line is wider than the window', () => {
  vi.stubEnv('WEEKEND_LANG', 'ja');
  const told = lines(round(result('one-vote-a-term', broken('early'))), 40, ['ヒント'.repeat(60)]);
  expect(told.join('\n')).toContain('マイルストーン');
  for (const line of told) expect(length(line)).toBeLessThanOrEqual(80);
});
