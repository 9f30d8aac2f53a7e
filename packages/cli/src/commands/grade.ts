/** `weekend grade`: the graded tests. */
import { availableParallelism } from 'node:os';
import { tellBoard } from '../board/tell-board.ts';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import type { Grade } from '../grade/grade.ts';
import { gradeSubmission } from '../grade/grade-submission.ts';
import { letter } from '../grade/letter.ts';
import { type Chosen, chosenFile, neighboursOf } from '../lineup.ts';
import { keepGrade } from '../loop/keep-grade.ts';
import { textOf } from '../loop/whole-file.ts';
import { print, printJson } from '../output.ts';
import { isSameFile } from '../places.ts';
import { findStages, stub } from '../stages.ts';
import { say } from '../words/say.ts';

export interface GradeOptions extends Chosen {
  seed?: number;
  seeds?: number;
  json?: boolean;
}

export async function grade(words: readonly string[], options: GradeOptions): Promise<ExitCode> {
  const attempt = say('do-run', { command: 'grade' });
  const chosen = findStages(words, attempt);
  if (options.submission !== undefined && chosen.length > 1)
    throw new CannotRun(
      say('grade-one-stage', { file: options.submission, count: chosen.length, stage: chosen[0]?.name ?? '' }),
    );
  // All files before the first grade: who mistypes the last one should not wait for the others.
  const orders = chosen.map((stage) => {
    const file = chosenFile(stage, options, attempt);
    const neighbours = neighboursOf(stage, options, attempt);
    return { stage, file, neighbours, text: textOf(file), dice: dice(options) };
  });
  const grades: Grade[] = [];
  for await (const { order, graded } of inOrder(orders)) {
    const mine = isSameFile(order.file, stub(order.stage));
    if (mine) graded.note ??= keepGrade(graded, order.text);
    if (!options.json) print(apart(letter(graded, order.stage, order.file), grades.length));
    grades.push(graded);
    const silent = mine && (await tellBoard(graded.stage));
    if (silent) process.stderr.write(`${silent}\n`);
  }
  if (options.json) printJson(grades.length === 1 ? grades[0] : grades);
  return grades.every(({ passed }) => passed) ? exitCodes.holds : exitCodes.fellShort;
}

/** An empty line between this stage and the one before it. */
const apart = (text: string, before: number): string => (before === 0 ? text : `\n${text}`);

/** As many at once as there are processors, told in the order of the stages. */
async function* inOrder<Order extends Parameters<typeof gradeSubmission>[0]>(orders: readonly Order[]) {
  const underWay: { order: Order; grade: Promise<Grade> }[] = [];
  let next = 0;
  while (next < orders.length || underWay.length > 0) {
    while (underWay.length < availableParallelism() && next < orders.length) {
      const order = orders[next++] as Order;
      const grade = gradeSubmission(order);
      // One that can't be graded is told when its turn comes.
      grade.catch(() => {});
      underWay.push({ order, grade });
    }
    const first = underWay.shift();
    if (first) yield { order: first.order, graded: await first.grade };
  }
}

function dice({ seed, seeds }: GradeOptions) {
  return { ...(seed === undefined ? {} : { seed }), ...(seeds === undefined ? {} : { seeds }) };
}
