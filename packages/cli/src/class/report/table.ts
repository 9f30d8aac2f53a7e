/** The class as a table on a terminal: one line a student, one column a stage. */
import stringWidth from 'string-width';
import { harmless, wrapped } from '../../paper.ts';
import { say } from '../../words/say.ts';
import { inLanguage } from '../../words/sentences/in-language.ts';
import { messageInLanguage } from '../../words/told.ts';
import type { ClassReport, StudentRow } from './document.ts';
import { nothingToGrade, points } from './words.ts';

export function classTable({ stages, students, clusters }: ClassReport): string {
  const head = [say('class-student'), ...stages.map(({ number, stage }) => `${number} ${stage}`), say('class-points')];
  const rows = students.map((row) => [
    harmless(row.student),
    ...stages.map(({ stage }) => cell(row, stage)),
    say('class-of', row.points),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => stringWidth(row[column] as string))));
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => {
        const blank = ' '.repeat((widths[i] as number) - stringWidth(text));
        return i === 0 ? text + blank : blank + text;
      })
      .join('  ')
      .trimEnd();
  const notes = students.flatMap(notesOf);
  const together = clusters.map(({ stage, students: who, message }) =>
    say('class-alike', { count: who.length, stage, message: inLanguage(stage, message) }),
  );
  return [
    ...[head, ...rows].map(line),
    ...(notes.length + together.length > 0 ? [''] : []),
    ...[...notes, ...together].flatMap((note) => wrapped(harmless(note))),
  ].join('\n');
}

function cell(row: StudentRow, stage: string): string {
  const result = row.stages.find((each) => each.stage === stage);
  return result ? points(result) : '–';
}

/** What the numbers do not say. */
function notesOf(row: StudentRow): string[] {
  const { student, stages } = row;
  const nothing = nothingToGrade(row);
  if (nothing !== undefined) return [`${student}: ${nothing}.`];
  return stages.flatMap((result) => {
    switch (result.kind) {
      case 'graded':
        return result.grade.problem === undefined ? [] : [problemNote(student, result.stage, result.grade.problem)];
      case 'refused':
        return [`${student}, ${result.stage}: ${result.why}.`];
      case 'not-graded':
        return [say('class-not-graded', { student, stage: result.stage, why: result.why.split('\n')[0] ?? '' })];
      case 'missing':
        return [];
      default:
        return result satisfies never;
    }
  });
}

function problemNote(student: string, stage: string, problem: string): string {
  const told = messageInLanguage(stage, problem);
  return `${student}, ${stage}: ${told}${told === problem ? '.' : ''}`;
}
