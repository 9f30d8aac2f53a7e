/**
 * Whose mistake is it? Runs the milestone that failed again, each time with something of the reference's in its place: a
 * stage, or one handler of the stage. What heals it is to blame.
 */
import { gradeSubmission, type Order } from '../grade/grade-submission.ts';
import { wrapped } from '../paper.ts';
import { isSameFile } from '../places.ts';
import { findStage, reference } from '../stages.ts';
import { suiteOf } from '../suites.ts';
import { say } from '../words/say.ts';

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
    const ours = reference(findStage(name, say('do-run', { command: 'replay' })));
    if (!isSameFile(file, ours) && (await holds({ neighbours: { ...neighbours, [name]: ours } }))) stages.push(name);
  }
  const handlers: string[] = [];
  if (stages.includes(stage.name))
    for (const handler of suiteOf(stage.name).handlers)
      if (await holds({ heal: { handler, file: reference(stage) } })) handlers.push(handler);
  return { stages, handlers };
}

export function blameLines({ stages, handlers }: Blame): string[] {
  const label = `${say('blame')}  `;
  if (stages.length === 0) return wrapped(say('blame-nobody'), label);
  const who = say('blame-stages', { stages: stages.join(say('blame-or-of')) });
  return wrapped(`${who} ${which(handlers)}`, label);
}

function which(handlers: readonly string[]): string {
  const [handler, ...more] = handlers;
  if (handler === undefined) return say('blame-no-handler');
  if (more.length === 0) return say('blame-one-handler', { handler });
  return say('blame-each-handler', { handlers: handlers.join(', ') });
}
