/** `weekend replay`: one failing run again, told to its end. */
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import type { Grade } from '../grade/grade.ts';
import { gradeSubmission } from '../grade/grade-submission.ts';
import { wholeStory } from '../grade/letter.ts';
import { type Chosen, chosenFile } from '../lineup.ts';
import { didYouMean } from '../nearest.ts';
import { print, printJson } from '../output.ts';
import { paint, wrapped } from '../paper.ts';
import { findStage } from '../stages.ts';

export interface ReplayOptions extends Chosen {
  seed: number;
  milestone?: string;
  json?: boolean;
}

export async function replay(word: string, options: ReplayOptions): Promise<ExitCode> {
  const stage = findStage(word, 'replay');
  const file = chosenFile(stage, options, 'replay');
  const { milestone, seed } = options;
  if (milestone !== undefined) await mustBeThere(stage.name, milestone);
  // One seed, so that the run is the very one that failed and nothing comes before it.
  const grade = await gradeSubmission({ stage, file, milestone, dice: { seed, seeds: 1 } });
  if (options.json) printJson(grade);
  else print(told(grade, seed));
  return grade.passed ? exitCodes.holds : exitCodes.fellShort;
}

function told(grade: Grade, seed: number): string {
  const failed = grade.milestones.filter(({ failure }) => failure);
  const what = grade.milestones.length === 1 ? `"${grade.milestones[0]?.title}" holds` : 'every milestone holds';
  if (failed.length === 0)
    return [...wrapped(`With seed ${seed}, ${what} now for ${grade.submission}.`, `${paint('green', '✔')} `)].join(
      '\n',
    );
  return failed
    .map(({ title, failure }) => {
      if (!failure) return '';
      const heading = wrapped(title, `${paint('red', '✘')} `).map((line) => paint('bold', line));
      return [...heading, '', ...wholeStory(failure)].join('\n');
    })
    .join('\n\n');
}

async function mustBeThere(stage: string, milestone: string): Promise<void> {
  const { suiteOf } = await import('../suites.ts');
  const ids = suiteOf(stage).milestones.map(({ id }) => id);
  if (ids.includes(milestone)) return;
  throw new CannotRun(
    `Cannot replay ${stage}: it has no milestone "${milestone}"${didYouMean(milestone, ids)}; wanted one of ${ids.join(', ')}.`,
  );
}
