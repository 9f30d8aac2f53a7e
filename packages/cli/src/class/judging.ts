/** Ways to have one submission judged: each gives a grade, or throws what keeps us from giving one. */
import type { Grade } from '../grade/grade.ts';
import type { Case } from './boxes/box.ts';
import { childBox } from './boxes/child.ts';
import type { Yard } from './boxes/container.ts';
import { dockerBox } from './boxes/docker.ts';
import { judgeSubmission } from './judge-submission.ts';

export type Judging = (given: Case, callOff: AbortSignal) => Promise<Grade>;

/** With processes only. */
export const inChildren: Judging = (given, callOff) => judgeSubmission(given, childBox(), callOff);

/** `image`: for the code alone. */
export const inContainers =
  (yard: Yard, image: string): Judging =>
  (given, callOff) =>
    judgeSubmission(given, dockerBox(yard, image), callOff);
