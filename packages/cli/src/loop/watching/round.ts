/** One round of `watch`: a save, and what has become known of it so far. */
import type { Compiled } from '../../grade/compiles.ts';
import type { Grade, Result } from '../../grade/grade.ts';
import type { News } from '../../grade/grade-submission.ts';
import type { Listed } from '../../sandbox/events.ts';
import type { Stage } from '../../stages.ts';

export interface Round {
  stage: Stage;
  /** The submission, as an absolute path. */
  file: string;
  /** When the save was noticed, by `performance.now()`, and on the clock. */
  began: number;
  at: Date;
  /** From there to the first verdict, in milliseconds. */
  firstMs?: number;
  milestones: readonly Listed[];
  /** By the milestone's id, as they came in. */
  results: Map<string, Result>;
  compiled?: Compiled;
  /** When all is proved. */
  grade?: Grade;
  trouble?: Trouble;
}

/** What is nobody's code's fault, as a sentence. The student's own failures are results. */
export type Trouble = { kind: 'machine'; told: string } | { kind: 'grader'; told: string } | { kind: 'gone' };

export function newRound(stage: Stage, file: string, at = new Date(), began = performance.now()): Round {
  return { stage, file, at, began, milestones: [], results: new Map() };
}

export function learn(round: Round, news: News, now = performance.now()): void {
  switch (news.kind) {
    case 'milestones':
      round.milestones = news.milestones;
      return;
    case 'compiled':
      round.compiled = news.compiled;
      return;
    case 'result':
      round.firstMs ??= Math.round(now - round.began);
      round.results.set(news.result.id, news.result);
      return;
    default:
      news satisfies never;
  }
}

export function finish(round: Round, grade: Grade, now = performance.now()): void {
  round.firstMs ??= Math.round(now - round.began);
  round.grade = grade;
  if (typeErrors(round).length > 0) return;
  for (const result of grade.milestones) round.results.set(result.id, result);
}

/** The first in the order of the suite that does not hold, of those that are known. */
export function firstFailure({ milestones, results }: Round): Result | undefined {
  return milestones.map(({ id }) => results.get(id)).find((result) => result?.passed === false);
}

export function typeErrors({ compiled }: Round): readonly string[] {
  return compiled?.kind === 'errors' ? compiled.errors : [];
}

/** What the round is worth. Nothing counts that does not compile. */
export function points(round: Round): { earned: number; possible: number } {
  const { milestones, results } = round;
  const sum = (of: readonly Listed[]) => of.reduce((total, each) => total + each.points, 0);
  const earned = typeErrors(round).length > 0 ? 0 : sum(milestones.filter(({ id }) => results.get(id)?.passed));
  return { earned, possible: sum(milestones) };
}
