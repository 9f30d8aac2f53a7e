/** A result in a few words, for a line of progress and a cell of a table. */
import type { StageResult } from './document.ts';

export function gradeLine(result: StageResult): string {
  switch (result.kind) {
    case 'graded': {
      const { points, compiles, problem, milestones } = result.grade;
      const score = `${points.earned} of ${points.possible}`;
      if (!compiles) return `${score}, does not compile`;
      if (problem !== undefined) return `${score}, not graded to its end`;
      const failed = milestones.filter(({ failure }) => failure && failure.kind !== 'not-written').length;
      return failed === 0 ? score : `${score}, ${failed} ${failed === 1 ? 'milestone does' : 'milestones do'} not hold`;
    }
    case 'refused':
      return `not taken: ${result.why}`;
    case 'missing':
      return 'not handed in';
    case 'not-graded':
      return `not graded, which is not the student’s fault: ${result.why.split('\n')[0]}`;
    default:
      return result satisfies never;
  }
}

/** For a cell. */
export function points(result: StageResult): string {
  switch (result.kind) {
    case 'graded':
      return String(result.grade.points.earned);
    case 'refused':
      return '0';
    case 'missing':
      return '–';
    case 'not-graded':
      return '?';
    default:
      return result satisfies never;
  }
}
