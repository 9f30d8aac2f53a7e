/** Where the playground shows a failing run: an address that says all of it, so that it outlives the server that gave it. */
import { runningWorkbench } from '@weekend/workbench/running';
import type { Grade, Result } from '../grade/grade.ts';
import { root, shown } from '../places.ts';
import { type Stage, stub } from '../stages.ts';

/** The playground plays what is a stage of Raft. */
export const isPlayable = ({ imports }: Stage): boolean => imports.includes('@weekend/raft');

/** After the server's origin. Nothing where there is no run to show. */
export function storyLink(stage: Stage, { id, failure }: Pick<Result, 'id' | 'failure'>): string | undefined {
  if (!failure || !isPlayable(stage)) return undefined;
  const seed = /--seed (\d+)/.exec(failure.replay)?.[1];
  const hasRun = (failure.kind === 'broken' || failure.kind === 'threw') && failure.story.length > 0;
  return hasRun && seed !== undefined ? `/#/playground?story=${stage.name}.${id}.${seed}` : undefined;
}

/** Where a workbench that runs now shows it. Only of the student's own file, which is what it plays. */
export function inTheWorkbench(grade: Grade, stage: Stage, result: Result): string | undefined {
  const link = grade.submission === shown(stub(stage)) ? storyLink(stage, result) : undefined;
  const origin = link && runningWorkbench(root);
  return origin && `${origin}${link}`;
}
