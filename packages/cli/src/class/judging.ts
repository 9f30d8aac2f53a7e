/** Ways to have one submission judged: each gives a grade, or throws what keeps us from giving one. */
import type { Grade } from '../grade/grade.ts';
import { gradeSubmission } from '../grade/grade-submission.ts';
import type { Case } from './boxes/box.ts';
import { childBox } from './boxes/child.ts';
import type { Yard } from './boxes/container.ts';
import { dockerBox } from './boxes/docker.ts';
import { togetherBox } from './boxes/together.ts';
import { judgeSubmission } from './judge-submission.ts';
import { runsTogether, togetherLimits } from './together.ts';

export type Judging = (given: Case, callOff: AbortSignal) => Promise<Grade>;

/** With processes only. Where the suite runs beside the code, that is what `weekend grade` does. */
export const inChildren: Judging = (given, callOff) =>
  runsTogether(given) ? gradeSubmission({ ...given, callOff }) : judgeSubmission(given, childBox(), callOff);

export interface Images {
  /** For the code alone. */
  sandbox: string;
  /** For the code and its suite. */
  together: string;
  /** For the code and its judge. */
  judged: string;
}

export const inContainers =
  (yard: Yard, images: Omit<Images, 'judged'>): Judging =>
  (given, callOff) =>
    runsTogether(given)
      ? judgeSubmission(given, togetherBox(yard, images.together), callOff, togetherLimits)
      : judgeSubmission(given, dockerBox(yard, images.sandbox), callOff);
