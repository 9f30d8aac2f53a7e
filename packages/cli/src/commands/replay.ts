/** `weekend replay`: one failing run again: told to its end, step by step, drawn, or with the stage that is to blame. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import type { Shape } from '@weekend/protocol';
import { type Step, steps } from '@weekend/transcript';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import type { Failure, Grade, Result } from '../grade/grade.ts';
import { gradeSubmission } from '../grade/grade-submission.ts';
import { wholeStory } from '../grade/letter.ts';
import { type Chosen, chosenFile, neighboursOf } from '../lineup.ts';
import { print, printJson } from '../output.ts';
import { isPlain, paint, wrapped } from '../paper.ts';
import { artistOf } from '../replay/artist.ts';
import { blameFor, blameLines } from '../replay/blame.ts';
import { page } from '../replay/page.ts';
import { stateLines, stepLines } from '../replay/step-lines.ts';
import { walk } from '../replay/walk.ts';
import { findStage, type Stage } from '../stages.ts';
import { didYouMean } from '../words/did-you-mean.ts';
import { milestoneWords } from '../words/milestones.ts';
import { say } from '../words/say.ts';
import { gradeInLanguage } from '../words/told.ts';

export interface ReplayOptions extends Chosen {
  seed: number;
  milestone?: string;
  /** Step by step. */
  steps?: boolean;
  /** All steps at once, even in a terminal. */
  plain?: boolean;
  /** The page to write. */
  html?: string;
  /** Which stage, and which of its handlers, heals it when the reference's stands there. */
  blame?: boolean;
  json?: boolean;
}

export async function replay(word: string, options: ReplayOptions): Promise<ExitCode> {
  const attempt = say('do-run', { command: 'replay' });
  const stage = findStage(word, attempt);
  const file = chosenFile(stage, options, attempt);
  const { milestone, seed } = options;
  if (milestone !== undefined) await mustBeThere(stage.name, milestone);
  // One seed, so that the run is the very one that failed and nothing comes before it.
  const neighbours = neighboursOf(stage, options, attempt);
  const order = { stage, file, neighbours, milestone, dice: { seed, seeds: 1 }, trace: true };
  const grade = await gradeSubmission(order);
  // What --json prints stays English.
  const failed = gradeInLanguage(grade).milestones.filter(isFailed);
  const [first] = failed;
  const blame = options.blame && first ? await blameFor({ ...order, milestone: first.id }, seed) : undefined;
  if (options.html !== undefined) writePage(stage, options.html, failed);
  if (options.json) printJson({ ...withSteps(stage, grade), ...(blame && { blame }) });
  else if (failed.length === 0) print(holds(grade, seed));
  else if (options.steps) await tellSteps(stage, failed, options.plain === true || isPlain());
  else print(failed.map(told).join('\n\n'));
  if (blame && !options.json) print(`\n${blameLines(blame).join('\n')}`);
  if (options.html !== undefined && !options.json && failed.length > 0)
    print(`\n${say('replay-drawn', { file: options.html })}`);
  return grade.passed ? exitCodes.holds : exitCodes.fellShort;
}

type Failed = Result & { failure: Failure };

const isFailed = (result: Result): result is Failed => result.failure !== undefined;

function holds(grade: Grade, seed: number): string {
  const [first, ...more] = grade.milestones;
  const file = grade.submission;
  const title = first && milestoneWords(grade.stage, first.id, { title: first.title, rule: '' }).title;
  const words =
    title !== undefined && more.length === 0
      ? say('replay-one-holds', { seed, title, file })
      : say('replay-all-hold', { seed, file });
  return wrapped(words, `${paint('green', '✔')} `).join('\n');
}

function told({ title, failure }: Failed): string {
  const heading = wrapped(title, `${paint('red', '✘')} `).map((line) => paint('bold', line));
  return [...heading, '', ...wholeStory(failure)].join('\n');
}

async function tellSteps(stage: Stage, failed: readonly Failed[], plain: boolean): Promise<void> {
  for (const result of failed) {
    const all = stepsOf(stage, result.failure);
    if (all.length === 0) print(told(result));
    else if (!plain && process.stdin.isTTY && process.stdout.isTTY)
      await walk(all, [paint('red', `✘ ${result.failure.rule}`), ...wrapped(result.failure.message)]);
    else {
      const lines = all.flatMap((step, i) => [...stepLines(step, i, all.length), ...stateLines(step), '']);
      print([...lines, told({ ...result, failure: { ...result.failure, story: [] } })].join('\n'));
    }
  }
}

const stepsOf = (stage: Stage, { trace = [] }: Failure): Step<Shape>[] => steps(trace, artistOf(stage));

/** For machines the steps stand in the place of the trace, from which they are made. */
function withSteps(stage: Stage, grade: Grade): object {
  const milestones = grade.milestones.map(({ failure, ...result }) => {
    if (!failure) return result;
    const { trace, ...rest } = failure;
    return { ...result, failure: { ...rest, ...(trace && { steps: stepsOf(stage, failure) }) } };
  });
  return { ...grade, milestones };
}

function writePage(stage: Stage, file: string, failed: readonly Failed[]): void {
  const drawn = failed.find(({ failure }) => failure.trace && failure.trace.length > 0);
  if (!drawn) {
    const why = say(failed.length === 0 ? 'replay-nothing-fails' : 'replay-no-run');
    throw new CannotRun(say('replay-not-drawn', { file, why }));
  }
  try {
    writeFileSync(file, page(stage, drawn.title, drawn.failure, drawn.failure.trace ?? []));
  } catch (error) {
    throw new CannotRun(say('replay-not-written', { why: (error as Error).message }));
  }
}

async function mustBeThere(stage: string, milestone: string): Promise<void> {
  const { suiteOf } = await import('../suites.ts');
  const ids = suiteOf(stage).milestones.map(({ id }) => id);
  if (ids.includes(milestone)) return;
  throw new CannotRun(
    say('replay-no-milestone', { stage, word: milestone, meant: didYouMean(milestone, ids), ids: ids.join(', ') }),
  );
}
