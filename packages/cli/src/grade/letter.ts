/** A grade as a student reads it: the milestones, a letter about the first that does not hold, and what to do next. */
import { typed, weekend } from '../command-line.ts';
import { clipped, harmless, paint, withRight, wrapped } from '../paper.ts';
import { isSameFile } from '../places.ts';
import { runsInANode, type Stage, stub } from '../stages.ts';
import type { Failure, Grade, Result } from './grade.ts';

/** How much of a story and of the student's own output is shown before it is cut; `replay` and `--json` show all. */
const mostLines = 16;

/** `file` is the submission's absolute path. */
export function letter(grade: Grade, stage: Stage, file: string): string {
  const failed = grade.milestones.filter((milestone) => milestone.failure);
  const sections = [
    heading(grade, stage),
    grade.milestones.flatMap(milestoneLine),
    firstFailure(grade, failed[0]),
    otherFailures(grade, failed.slice(1)),
    printed(grade.printed),
    grade.note ? wrapped(grade.note, 'Note: ') : [],
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
    `${paint('bold', 'Rule')}  ${failure.rule}`,
    '',
    ...wrapped(sentence(failure.message)),
    ...(failure.story.length > 0 ? ['', ...storyLines(failure.story)] : []),
    ...(failure.hint ? ['', ...wrapped(failure.hint, 'Hint  ')] : []),
  ];
}

function heading({ points, submission }: Grade, { number, title }: Stage): string[] {
  const score = `${points.earned} of ${points.possible} points`;
  const style = points.earned === points.possible ? 'green' : 'yellow';
  return [...withRight(paint('bold', `${number} · ${title}`), '', paint(style, score)), paint('dim', submission)];
}

function milestoneLine({ title, points, failure }: Result): string[] {
  if (!failure) return withRight(title, `  ${paint('green', '✔')} `, points > 0 ? String(points) : '');
  switch (failure.kind) {
    case 'broken':
    case 'threw':
      return withRight(title, `  ${paint('red', '✘')} `, points > 0 ? `0 of ${points}` : '');
    case 'not-written':
      return withRight(title, `  ${paint('dim', '·')} `, paint('dim', 'not written yet'));
    case 'problem':
      return withRight(title, `  ${paint('red', '✘')} `, paint('dim', 'not graded'));
    case 'not-reached':
      return withRight(title, `  ${paint('dim', '·')} `, paint('dim', 'not reached'));
    default:
      return failure.kind satisfies never;
  }
}

function firstFailure(grade: Grade, first: Result | undefined): string[] {
  if (!first?.failure) return [];
  const { failure } = first;
  if (failure.kind === 'not-written') return wrapped(sentence(failure.message), `${paint('yellow', '·')} `);
  const about = grade.problem === undefined ? first.title : failure.rule;
  const lines = [
    ...wrapped(about, `${paint('red', '✘')} `).map((line) => paint('bold', line)),
    ...(grade.problem === undefined ? [`  ${paint('dim', failure.rule)}`] : []),
    '',
    ...wrapped(sentence(failure.message), '  '),
  ];
  if (failure.story.length > 1) lines.push('', ...storyLines(failure.story.slice(0, mostLines)));
  const left = failure.story.length - mostLines;
  if (left > 0) lines.push(paint('dim', `      … and ${left} more, which the command below shows`));
  lines.push('');
  // A command is never broken into lines: it is there to be copied. What breaks while it loads does so every time.
  const hasRun =
    grade.problem === undefined || grade.milestones.some(({ failure: each }) => each?.kind === 'not-reached');
  if (hasRun) lines.push(`  See it again  ${paint('cyan', failure.replay)}`);
  if (failure.hint) lines.push(...wrapped(failure.hint, '  Hint          '));
  return lines;
}

function otherFailures(grade: Grade, others: readonly Result[]): string[] {
  // One problem is told once, and a stub need not hear of each part that it is a stub.
  const toTell = others.flatMap(({ failure, id }) =>
    failure && (failure.kind === 'broken' || failure.kind === 'threw') ? [{ id, failure }] : [],
  );
  if (grade.problem !== undefined || toTell.length === 0) return [];
  return toTell.map(({ id, failure }) => clipped(`${id}: ${failure.message}`, `${paint('red', '✘')} `));
}

function storyLines(story: readonly string[]): string[] {
  return story.flatMap((line, i) => wrapped(line, `  ${String(i + 1).padStart(4)}  `));
}

function printed(text: string | undefined): string[] {
  if (!text) return [];
  const lines = harmless(text).trimEnd().split('\n');
  const cut =
    lines.length > mostLines ? [paint('dim', `  … ${lines.length - mostLines} more lines; --json has them all`)] : [];
  return [paint('bold', 'Your code printed'), ...lines.slice(0, mostLines).map((line) => clipped(line, '  ')), ...cut];
}

function next(grade: Grade, stage: Stage, file: string): string[] {
  const command = (words: string) => paint('cyan', `${weekend()} ${words}`);
  const isMine = isSameFile(file, stub(stage));
  if (grade.passed && !runsInANode(stage))
    return [`${paint('green', 'All of it holds.')} On to the next stage:`, `  ${command('status')}`];
  if (grade.passed)
    return [
      `${paint('green', 'All of it holds.')} Now see ${isMine ? 'your' : 'this'} code lead a real cluster:`,
      `  ${command(`cluster up 5 --lineup ${stage.name}=${isMine ? 'mine' : typed(file)}`)}`,
    ];
  const again = isMine ? stage.name : `${stage.name} --submission ${typed(file)}`;
  return [`Next: edit ${grade.submission}, then`, `  ${command(`grade ${again}`)}`];
}

function sentence(text: string): string {
  const ended = /[.!?…]$/.test(text) ? text : `${text}.`;
  return ended.startsWith('your ') ? `Y${ended.slice(1)}` : ended;
}
