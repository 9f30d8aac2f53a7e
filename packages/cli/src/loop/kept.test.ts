/** What is kept besides the progress: the best version of a file, and how many hints were asked for. */
import { expect, test } from 'vitest';
import { deskForTest } from '../../testing/desk.ts';
import { election } from '../../testing/submissions.ts';
import type { Grade } from '../grade/grade.ts';
import { mostSteps, nextStep } from './hint-steps.ts';
import { keepPass, lastPass } from './last-pass.ts';

const grade = (earned: number): Grade => ({
  stage: 'election',
  submission: '',
  passed: false,
  points: { earned, possible: 100 },
  compiles: true,
  milestones: [],
  ms: 1,
});

test('the version that earned the most is kept, and of equals the last', () => {
  const desk = deskForTest();
  const texts: (string | undefined)[] = [];
  for (const [earned, text] of [
    [0, 'stub'],
    [40, 'a'],
    [30, 'b'],
    [40, 'c'],
    [0, 'd'],
  ] as const) {
    keepPass(desk, grade(earned), text);
    texts.push(lastPass(desk, election)?.text);
  }
  expect(texts).toEqual([undefined, 'a', 'a', 'c', 'c']);
});

test('hints come one at a time, for each milestone by itself, and there are three', () => {
  const desk = deskForTest();
  const steps = ['majority', 'majority', 'storms', 'majority', 'majority'].map((id) => nextStep(desk, 'election', id));
  expect(steps).toEqual([1, 2, 1, 3, mostSteps]);
});
