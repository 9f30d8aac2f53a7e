/**
 * Whose mistake is it? Runs the milestone that failed again, each time with something of the reference's in its place: a
 * stage, or one handler of the stage. What heals it is to blame.
 */
import { gradeSubmission, type Order } from '../grade/grade-submission.ts';
import { wrapped } from '../paper.ts';
import { isSameFile } from '../places.ts';
import { findStage, reference } from '../stages.ts';
import { suiteOf } from '../suites.ts';

export interface Blame {
  /** The stages whose swap for the reference heals it. */
  stages: string[];
  /** The handlers of the graded stage of which the same is true, alone. */
  handlers: string[];
}

/** Another run goes another way: that one holds may be luck, so that more than the seed that failed is asked. */
const seeds = 100;

export async function blameFor(order: Order & { milestone: string }, seed: number): Promise<Blame> {
  const { stage, neighbours = {} } = order;
  const holds = async (swap: Partial<Order>): Promise<boolean> => {
    const grade = await gradeSubmission({ ...order, ...swap, dice: { seed, seeds }, trace: false });
    return grade.passed;
  };
  const stages: string[] = [];
  if (await holds({ file: reference(stage) })) stages.push(stage.name);
  for (const [name, file] of Object.entries(neighbours)) {
    const ours = reference(findStage(name, 'replay'));
    if (!isSameFile(file, ours) && (await holds({ neighbours: { ...neighbours, [name]: ours } }))) stages.push(name);
  }
  const handlers: string[] = [];
  if (stages.includes(stage.name))
    for (const handler of suiteOf(stage.name).handlers)
      if (await holds({ heal: { handler, file: reference(stage) } })) handlers.push(handler);
  return { stages, handlers };
}

export function blameLines({ stages, handlers }: Blame): string[] {
  const [handler, ...more] = handlers;
  if (stages.length === 0)
    return wrapped(
      'No single stage is to blame: with any one of them swapped for the reference it still fails.',
      'Blame  ',
    );
  const who = `With the reference in the place of ${stages.join(', or of ')} it holds.`;
  if (handler === undefined)
    return wrapped(
      `${who} No single handler heals it: the mistake is in two of them, or in what they share.`,
      'Blame  ',
    );
  const which =
    more.length === 0
      ? `Its ${handler} alone heals it: look there.`
      : `Each of these alone heals it: ${handlers.join(', ')}; look there.`;
  return wrapped(`${who} ${which}`, 'Blame  ');
}
