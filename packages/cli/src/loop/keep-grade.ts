/** What is kept of a grade of the student's own file: how far it came, and the text that came the farthest. */
import type { Grade } from '../grade/grade.ts';
import { recordGrade } from '../progress.ts';
import { say } from '../words/say.ts';
import { type Desk, desk } from './desk.ts';
import { keepPass } from './last-pass.ts';

/** `text` is what was graded. Answers what went wrong, if something did: that is no reason to withhold the grade. */
export function keepGrade(grade: Grade, text: string | undefined, at: Desk = desk): string | undefined {
  const note = recordGrade(grade);
  try {
    if (text !== undefined) keepPass(at, grade, text);
  } catch (error) {
    return note ?? say('pass-not-kept', { why: (error as Error).message });
  }
  return note;
}
