/** The class as CSV: one line a student, one column a milestone. */
import type { ClassReport, StageResult, StudentRow } from './document.ts';

export function classCsv({ stages, students }: ClassReport): string {
  const head = [
    'student',
    'points',
    'possible',
    ...stages.flatMap(({ stage, milestones }) => [stage, ...milestones.map(({ id }) => `${stage}/${id}`)]),
    'note',
  ];
  const rows = students.map((row) => [
    row.student,
    String(row.points.earned),
    String(row.points.possible),
    ...stages.flatMap(({ stage, milestones }) => {
      const result = row.stages.find((each) => each.stage === stage);
      return [pointsOf(result), ...milestones.map(({ id }) => milestone(result, id))];
    }),
    noteOf(row),
  ]);
  return [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function pointsOf(result: StageResult | undefined): string {
  if (result?.kind === 'graded') return String(result.grade.points.earned);
  return result?.kind === 'refused' ? '0' : '';
}

function milestone(result: StageResult | undefined, id: string): string {
  const found = result?.kind === 'graded' && result.grade.milestones.find((each) => each.id === id);
  return found ? (found.passed ? 'passed' : (found.failure?.kind ?? 'failed')) : '';
}

const noteOf = ({ refused, stages }: StudentRow): string =>
  refused ??
  stages
    .flatMap((result) => {
      if (result.kind === 'graded') return result.grade.problem ?? [];
      return result.kind === 'refused' || result.kind === 'not-graded' ? `${result.stage}: ${result.why}` : [];
    })
    .join('; ');

/** A spreadsheet takes a text that begins like this for a formula, and runs it. */
const looksLikeFormula = /^[=+\-@\t\r]/;

function field(text: string): string {
  const harmless = looksLikeFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
