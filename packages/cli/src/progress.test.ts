/** The progress file: what is kept of a grade, and what becomes of a file that is damaged or may not be written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/submissions.ts';
import type { Grade } from './grade/grade.ts';
import { readProgress, recordGrade } from './progress.ts';

const grade = (passed: boolean): Grade => ({
  stage: 'election',
  submission: 'exercises/03-election/election.ts',
  passed,
  points: { earned: passed ? 10 : 0, possible: 10 },
  compiles: true,
  milestones: [{ id: 'majority', title: 'A majority', passed, points: 10, ms: 1, ...(passed ? {} : { failure }) }],
  ms: 1,
});

const failure = { kind: 'broken', rule: '', message: '', story: [], replay: '', hint: '' } as const;

const progressFile = () => join(temporaryFolder(), '.weekend', 'progress.json');

test('a grade is found again, and a later one replaces it', () => {
  const file = progressFile();
  recordGrade(grade(true), file);
  recordGrade(grade(false), file);
  expect(readProgress(file)).toEqual({
    progress: {
      version: 1,
      stages: { election: { passed: false, points: { earned: 0, possible: 10 }, milestones: { majority: 'failed' } } },
    },
  });
  expect(readdirSync(dirname(file))).toEqual(['progress.json']);
});

test('no file is no progress', () => {
  expect(readProgress(progressFile())).toEqual({ progress: { version: 1, stages: {} } });
});

test.for([
  '',
  '{"version":1,"sta',
  'null',
  '[]',
  '{"version":2,"stages":{}}',
  '{"version":1,"stages":{"election":{}}}',
])('a damaged file (%s) is set aside and said', (text) => {
  const file = progressFile();
  mkdirSync(dirname(file));
  writeFileSync(file, text);
  const { progress, note } = readProgress(file);
  expect(progress.stages).toEqual({});
  expect(note).toContain('was set aside');
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text);
  expect(existsSync(file)).toBe(false);
});

test('progress that can not be kept is a note, and the grade stands', () => {
  const file = progressFile();
  writeFileSync(dirname(file), 'a file where the folder should be');
  expect(recordGrade(grade(true), file)).toContain('Your progress was not kept');
});
