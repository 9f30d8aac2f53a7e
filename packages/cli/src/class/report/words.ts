/** A result in a few words, for a line of progress and a cell of a table. */

import { stages as allStages } from '../../stages.ts';
import { say } from '../../words/say.ts';
import type { StageResult, StudentRow } from './document.ts';

/** What there is to say of somebody of whom nothing could be looked at. Nothing, if something could. */
export function nothingToGrade({ refused, stages }: StudentRow): string | undefined {
  if (refused !== undefined) return refused;
  if (stages.some(({ kind }) => kind !== 'missing')) return undefined;
  return say('class-nothing', { names: allStages.map(({ name }) => `${name}.ts`).join(', ') });
}

export function gradeLine(result: StageResult): string {
  switch (result.kind) {
    case 'graded': {
      const { points, compiles, problem, milestones } = result.grade;
      const score = say('class-of', points);
      if (!compiles) return say('report-no-compile', { score });
      if (problem !== undefined) return say('report-not-to-end', { score });
      const failed = milestones.filter(({ failure }) => failure && failure.kind !== 'not-written').length;
      if (failed === 0) return score;
      return failed === 1 ? say('report-one-fails', { score }) : say('report-some-fail', { score, count: failed });
    }
    case 'refused':
      return say('report-refused', { why: result.why });
    case 'missing':
      return say('report-missing');
    case 'not-graded':
      return say('report-not-graded', { why: result.why.split('\n')[0] ?? '' });
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
