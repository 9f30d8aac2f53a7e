/** What comes next: what the student has just saved, or what stands behind it once that is done. */
import { utimesSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deskForTest } from '../../testing/desk.ts';
import { stages } from '../stages.ts';
import { inWork, type Standing } from './standing.ts';

interface Told {
  passed?: string[];
  caughtUp?: string[];
  begun?: string[];
  /** By the numbers of the stages: whose file was saved, the earliest first. */
  saved?: string[];
}

function next({ passed = [], caughtUp = [], begun = [], saved = [] }: Told): string | undefined {
  const desk = deskForTest();
  for (const [second, number] of saved.entries()) {
    const stage = stages.find((each) => each.number === number);
    if (!stage) throw new Error(`no stage ${number}`);
    const file = desk.mine(stage);
    writeFileSync(file, 'written by the student');
    utimesSync(file, second + 1, second + 1);
  }
  const all = stages.map(
    (stage): Standing => ({
      stage,
      passed: passed.includes(stage.number),
      caughtUp: caughtUp.includes(stage.number),
      graded: false,
      points: { earned: begun.includes(stage.number) ? 10 : 0, possible: 100 },
      milestones: [],
    }),
  );
  return inWork(all, desk)?.stage.number;
}

test('on the first day it is the first stage', () => {
  expect(next({})).toBe('01');
});

test('what was saved last is in work, whatever is done before it or behind it', () => {
  expect(next({ saved: ['04', '02'], passed: ['03'], begun: ['05'] })).toBe('02');
});

test('after a stage that is done comes the one behind it, not the first that was left out', () => {
  expect(next({ saved: ['03'], passed: ['03'] })).toBe('04');
  expect(next({ saved: ['03', '04'], passed: ['03', '04'] })).toBe('05');
});

test('of those behind it, what is done and where the reference stands in are passed over', () => {
  expect(next({ saved: ['04', '03'], passed: ['03', '04'], caughtUp: ['05'] })).toBe('06');
});

test('one that was left half done is not forgotten: it comes when nothing is left behind what was done', () => {
  expect(next({ saved: ['01', '06'], passed: ['03', '06'] })).toBe('01');
  expect(next({ saved: ['06'], passed: ['06'], begun: ['02'] })).toBe('02');
  expect(next({ saved: ['06'], passed: ['06'] })).toBe('01');
});

test('who has caught up goes on behind that', () => {
  expect(next({ caughtUp: ['01', '02', '03'] })).toBe('04');
});

test('when all is done, there is nothing next', () => {
  const all = stages.map(({ number }) => number);
  expect(next({ saved: all, passed: all })).toBeUndefined();
});
