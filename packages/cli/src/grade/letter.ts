/** A grade as a student reads it: the milestones, a letter about the first that does not hold, and what to do next. */
import { typed, weekend } from '../command-line.ts';
import { clipped, harmless, length, paint, withRight, wrapped } from '../paper.ts';
import { isSameFile } from '../places.ts';
import { isOfNodes, runsInANode, type Stage, stub } from '../stages.ts';
import { hintsOf, milestoneWords } from '../words/milestones.ts';
import { say } from '../words/say.ts';
import { stageTitle } from '../words/stage-title.ts';
import { gradeInLanguage } from '../words/told.ts';
import { inTheWorkbench } from '../workbench/story-link.ts';
import type { Failure, Grade, Result } from './grade.ts';

/** How much of a story and of the student's own output is shown before it is cut; `replay` and `--json` show all. */
const mostLines = 21;

/** `file` is the submission's absolute path. */
export function letter(given: Grade, stage: Stage, file: string): string {
  const grade = gradeInLanguage(given);
  const failed = grade.milestones.filter((milestone) => milestone.failure);
  const sections = [
    heading(grade, stage),
    grade.milestones.flatMap((result) => milestoneLine(result, stage)),
    firstFailure(grade, stage, failed[0]),
    otherFailures(grade, failed.slice(1)),
    printed(grade.printed),
    grade.note ? wrapped(grade.note, `${say('note')}: `) : [],
    next(grade, stage, file),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What broke and how, to its end. For `replay`, which shows nothing else. */
export function wholeStory(failure: Failure): string[] {
  return [
    `${paint('bold', say('letter-rule'))}  ${failure.rule}`,
    '',
    ...wrapped(sentence(failure.message)),
    ...(failure.story.length > 0 ? ['', ...storyLines(failure.story)] : []),
    ...(failure.hint ? ['', ...wrapped(failure.hint, `${say('letter-hint')}  `)] : []),
  ];
}

function heading({ points, submission }: Grade, stage: Stage): string[] {
  const score = say('points', points);
  const style = points.earned === points.possible ? 'green' : 'yellow';
  return [
    ...withRight(paint('bold', `${stage.number} · ${stageTitle(stage)}`), '', paint(style, score)),
    paint('dim', submission),
  ];
}

function milestoneLine({ id, title: english, points, failure }: Result, stage: Stage): string[] {
  const { title } = milestoneWords(stage.name, id, { title: english, rule: '' });
  if (!failure) return withRight(title, `  ${paint('green', '✔')} `, points > 0 ? String(points) : '');
  switch (failure.kind) {
    case 'broken':
    case 'threw':
      return withRight(title, `  ${paint('red', '✘')} `, points > 0 ? say('letter-of', { points }) : '');
    case 'not-written':
      return withRight(title, `  ${paint('dim', '·')} `, paint('dim', say('letter-not-written')));
    case 'problem':
      return withRight(title, `  ${paint('red', '✘')} `, paint('dim', say('letter-not-graded')));
    case 'not-reached':
      return withRight(title, `  ${paint('dim', '·')} `, paint('dim', say('letter-not-reached')));
    default:
      return failure.kind satisfies never;
  }
}

function firstFailure(grade: Grade, stage: Stage, first: Result | undefined): string[] {
  if (!first?.failure) return [];
  const { failure } = first;
  if (failure.kind === 'not-written') return wrapped(sentence(failure.message), `${paint('yellow', '·')} `);
  const own = grade.problem === undefined;
  const words = milestoneWords(stage.name, first.id, { title: first.title, rule: failure.rule });
  const about = own ? words.title : failure.rule;
  const lines = [
    ...wrapped(about, `${paint('red', '✘')} `).map((line) => paint('bold', line)),
    ...(own ? wrapped(words.rule, '  ').map((line) => paint('dim', line)) : []),
    '',
    ...wrapped(sentence(failure.message), '  '),
  ];
  if (failure.story.length > 1) lines.push('', ...storyLines(failure.story.slice(0, mostLines)));
  const left = failure.story.length - mostLines;
  if (left > 0) lines.push(paint('dim', `      ${say('letter-more', { count: left })}`));
  lines.push('');
  // A command is never broken into lines: it is there to be copied. What breaks while it loads does so every time.
  const hasRun = own || grade.milestones.some(({ failure: each }) => each?.kind === 'not-reached');
  if (failure.chance) lines.push(`  ${say('letter-luck', failure.chance)}`);
  if (hasRun) lines.push(`${label(say('letter-again'))}${paint('cyan', failure.replay)}`);
  if (hasRun && isOfNodes(stage) && failure.story.length > 1)
    lines.push(paint('dim', `${label('')}${say('letter-ways')}`));
  const seen = inTheWorkbench(grade, stage, first);
  if (seen) lines.push(`${label(say('letter-watch'))}${paint('cyan', seen)}`);
  const hint = own ? hintsOf(stage.name, first.id, failure.hint)[0] : failure.hint;
  if (hint) lines.push(...wrapped(hint, label(say('letter-hint'))));
  return lines;
}

const label = (text: string): string => `  ${text}${' '.repeat(Math.max(1, 14 - length(text)))}`;

function otherFailures(grade: Grade, others: readonly Result[]): string[] {
  // One problem is told once, and a stub need not hear of each part that it is a stub.
  const toTell = others.flatMap(({ failure, id }) =>
    failure && (failure.kind === 'broken' || failure.kind === 'threw') ? [{ id, failure }] : [],
  );
  if (grade.problem !== undefined || toTell.length === 0) return [];
  return toTell.map(({ id, failure }) => clipped(`${id}: ${failure.message}`, `${paint('red', '✘')} `));
}

function storyLines(story: readonly string[]): string[] {
  return story.flatMap((line, i) =>
    line.startsWith('✘ ')
      ? wrapped(line.slice(2), `     ${paint('red', '✘')}  `)
      : wrapped(line, `  ${String(i + 1).padStart(4)}  `),
  );
}

function printed(text: string | undefined): string[] {
  if (!text) return [];
  const lines = harmless(text).trimEnd().split('\n');
  const cut =
    lines.length > mostLines
      ? [paint('dim', `  ${say('letter-more-lines', { count: lines.length - mostLines })}`)]
      : [];
  return [paint('bold', say('printed')), ...lines.slice(0, mostLines).map((line) => clipped(line, '  ')), ...cut];
}

function next(grade: Grade, stage: Stage, file: string): string[] {
  const command = (words: string) => paint('cyan', `${weekend()} ${words}`);
  const isMine = isSameFile(file, stub(stage));
  if (grade.passed && !runsInANode(stage))
    return [`${paint('green', say('letter-holds'))} ${say('letter-next-stage')}`, `  ${command('status')}`];
  if (grade.passed)
    return [
      `${paint('green', say('letter-holds'))} ${say(isMine ? 'letter-cluster-mine' : 'letter-cluster-this')}`,
      `  ${command(`cluster up 5 --lineup ${stage.name}=${isMine ? 'mine' : typed(file)}`)}`,
    ];
  const again = isMine ? stage.name : `${stage.name} --submission ${typed(file)}`;
  return [say('letter-next', { file: grade.submission }), `  ${command(`grade ${again}`)}`];
}

function sentence(text: string): string {
  const ended = /[.!?…。]$/.test(text) ? text : `${text}.`;
  return ended.startsWith('your ') ? `Y${ended.slice(1)}` : ended;
}
