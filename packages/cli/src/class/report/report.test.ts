/** The reports of a class: they say what is, and nothing that a student wrote gets out of its place in them. */
import { expect, test } from 'vitest';
import { election, referenceText, submission } from '../../../testing/submissions.ts';
import type { Failure, Grade } from '../../grade/grade.ts';
import { classReport } from '../class-report.ts';
import { classPage } from './class-page.ts';
import { classCsv } from './csv.ts';
import type { StudentRow } from './document.ts';
import { pairsIn } from './similarity.ts';
import { studentPage } from './student-page.ts';
import { classTable } from './table.ts';

const hostile = '<img src=x onerror="alert(1)">\u202e';

const failure: Failure = {
  kind: 'broken',
  rule: 'Election Safety (§5.2)',
  message: `two lead, says ${hostile}`,
  story: [`RequestVote ${hostile}`],
  replay: 'pnpm weekend replay election --seed 1',
  hint: 'Count.',
};

const gradeWith = (passed: boolean): Grade => ({
  stage: 'election',
  submission: '',
  passed,
  points: { earned: passed ? 10 : 0, possible: 10 },
  compiles: true,
  milestones: [{ id: 'majority', title: 'A majority', passed, points: 10, ms: 1, ...(passed ? {} : { failure }) }],
  printed: `</pre><script>alert(2)</script>`,
  ms: 1,
});

const row = (student: string, passed: boolean): Pick<StudentRow, 'student' | 'stages'> => ({
  student,
  stages: [{ stage: 'election', kind: 'graded', seed: 1, grade: gradeWith(passed) }],
});

const outlines = [{ stage: election, milestones: [{ id: 'majority', title: 'A majority', points: 10 }] }];
const rows = [
  row('ada', true),
  row(hostile, false),
  row('=cmd|"calc"!A0', false),
  { student: 'eve', refused: `it is ${hostile}`, stages: [] },
];
const report = classReport(outlines, rows, []);

test('of somebody who handed in nothing that is named as a stub, that is said, on the terminal and on the page', () => {
  const empty = { student: 'fay', stages: [{ stage: 'election', kind: 'missing' as const }] };
  const ofFay = classReport(outlines, [row('ada', true), empty], []);
  const page = String(classPage(ofFay, 'class', () => 'students/x.html'));
  for (const text of [classTable(ofFay), page]) expect(text.match(/nothing to grade/g)).toHaveLength(1);
});

test('points are added up, and who fails alike is found together', () => {
  expect(report.students.map(({ points, passed }) => [points.earned, passed])).toEqual([
    [10, true],
    [0, false],
    [0, false],
    [0, false],
  ]);
  expect(report.stages[0]?.milestones[0]).toMatchObject({ passed: 1, graded: 3 });
  expect(report.clusters).toEqual([
    { stage: 'election', milestones: ['majority'], students: [hostile, '=cmd|"calc"!A0'], message: failure.message },
  ]);
});

test('pages hold no script and nothing that a student made into HTML', () => {
  const pages = [
    classPage(report, `class ${hostile}`, () => 'students/x.html'),
    ...report.students.map((student) => studentPage(student, report.stages, 'class', '../class.html')),
  ];
  for (const text of pages) {
    expect(text).not.toMatch(/<img|<script|onerror="|\u202e/);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  }
  expect(pages.join('')).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
});

test('a table for a spreadsheet holds no formula', () => {
  const lines = classCsv(report).split('\r\n');
  expect(lines[0]).toBe('student,points,possible,election,election/majority,note');
  expect(lines[1]).toBe('ada,10,10,10,passed,');
  expect(lines[3]).toBe(`"'=cmd|""calc""!A0",0,10,0,broken,`);
});

test('on a terminal each student is one line, and what is odd is told below', () => {
  const lines = classTable(report).split('\n');
  expect(lines[1]).toMatch(/^ada +10 +10 of 10$/);
  expect(lines.some((line) => line.startsWith('eve: it is '))).toBe(true);
});

test('the same code under other names is alike, other code is not, and the stub alone says nothing', () => {
  const renamed = referenceText
    .replaceAll('leadIfElected', 'won')
    .replaceAll('wasLeader', 'x')
    .replaceAll(/\/\/.*/g, '');
  const files = { ada: referenceText, bob: renamed, eve: 'export const election = { onNewerTerm() {} };' };
  const sources = Object.entries(files).map(([student, text]) => ({
    student,
    stage: election,
    file: submission(text),
  }));
  const pairs = pairsIn(sources);
  expect(pairs.map(({ students, similarity }) => [students, similarity])).toEqual([[['ada', 'bob'], 1]]);
});
