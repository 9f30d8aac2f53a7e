/** `weekend hint`: a thought that helps, then where to look, then what to compare. Each is free, none is the answer. */
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { desk } from '../loop/desk.ts';
import { mostSteps, nextStep } from '../loop/hint-steps.ts';
import { firstOpen, inWork, type MilestoneStanding, type Standing, standings } from '../loop/standing.ts';
import { print, printJson } from '../output.ts';
import { paint, wrapped } from '../paper.ts';
import { findStage } from '../stages.ts';
import { didYouMean } from '../words/did-you-mean.ts';
import { hintsOf, milestoneWords } from '../words/milestones.ts';
import { say } from '../words/say.ts';

export interface HintOptions {
  all?: boolean;
  json?: boolean;
}

/** Without a milestone, the first that does not hold. */
export function hint(
  word: string | undefined,
  milestone: string | undefined,
  { all = false, json = false }: HintOptions,
): ExitCode {
  const standing = standingOf(word);
  const about = milestone === undefined ? firstOpen(standing) : named(standing, milestone);
  const { stage } = standing;
  if (!about) {
    if (json) printJson({ stage: stage.name, milestone: null, step: 0, hints: [] });
    else print(say('hint-all-hold', { stage: stage.name, command: `${weekend()} hint ${stage.name} MILESTONE` }));
    return exitCodes.holds;
  }
  const step = all ? mostSteps : nextStep(desk, stage.name, about.id);
  const hints = hintsOf(stage.name, about.id, about.hint).slice(0, step);
  const next = step < mostSteps ? [] : referenceCommands(stage.name);
  if (json) printJson({ stage: stage.name, milestone: about.id, step, of: mostSteps, hints, reference: next });
  else print(told(standing, about, hints, next));
  return exitCodes.holds;
}

function told(
  { stage }: Standing,
  { id, title, rule }: MilestoneStanding,
  hints: readonly string[],
  reference: readonly string[],
): string {
  const words = milestoneWords(stage.name, id, { title, rule });
  const more = `${weekend()} hint ${stage.name} ${id}`;
  return [
    ...wrapped(words.title).map((line) => paint('bold', line)),
    ...wrapped(words.rule).map((line) => paint('dim', line)),
    ...hints.flatMap((text, i) => ['', ...wrapped(text, `  ${i + 1}  `)]),
    '',
    ...(reference.length === 0
      ? [say('hint-more', { left: mostSteps - hints.length }), `  ${paint('cyan', more)}`]
      : [...wrapped(say('hint-reference')), ...reference.map((command) => `  ${paint('cyan', command)}`)]),
  ].join('\n');
}

const referenceCommands = (stage: string): string[] => [
  `${weekend()} diff ${stage} --against reference`,
  `${weekend()} catch-up ${stage}`,
];

function standingOf(word: string | undefined): Standing {
  const { all } = standings();
  const found =
    word === undefined ? inWork(all) : all.find(({ stage }) => stage === findStage(word, say('do-give-hint')));
  const last = all.at(-1);
  if (!found && !last) throw new Error('Cannot give a hint: the workshop has no stages');
  return found ?? (last as Standing);
}

function named({ stage, milestones }: Standing, word: string): MilestoneStanding {
  const ids = milestones.map(({ id }) => id);
  const found = milestones.find(({ id }) => id === word);
  if (found) return found;
  throw new CannotRun(
    say('no-milestone', { stage: stage.name, word, meant: didYouMean(word, ids), ids: ids.join(', ') }),
  );
}
