/** What `watch` shows of a round, as lines: whose failure it is first, then what it is, then the keys. */

import { weekend } from '../../command-line.ts';
import type { Result } from '../../grade/grade.ts';
import { clipped, cut, harmless, paint, withRight, wrapped } from '../../paper.ts';
import { shown } from '../../places.ts';
import { milestoneWords } from '../../words/milestones.ts';
import { say } from '../../words/say.ts';
import { inLanguage } from '../../words/sentences/in-language.ts';
import { stageTitle } from '../../words/stage-title.ts';
import { failureInLanguage } from '../../words/told.ts';
import { link } from '../link.ts';
import { firstFailure, points, type Round, typeErrors } from './round.ts';

export interface View {
  round: Round;
  /** The hints that were asked for, about the milestone that is shown. */
  hints: readonly string[];
  /** Every milestone on a line of its own. */
  all: boolean;
  /** The last save, of which there may be nothing to show yet but that it is being proved. */
  proving?: Round | undefined;
}

/** At most `rows` lines of at most `columns`. The last one, with the keys, is always there. */
export function view(state: View, rows: number, columns: number): string[] {
  const { round, proving = round } = state;
  const keys = paint('dim', clipped(say('watch-keys')));
  const body = [...heading(round), '', ...milestones(state), ...sections(state)];
  const room = Math.max(1, rows - 3);
  const shownLines =
    body.length <= room
      ? body
      : [...body.slice(0, room - 1), paint('dim', say('watch-more', { count: body.length - room + 1 }))];
  return [...shownLines, '', paint('dim', timing(proving)), keys].map((line) => cut(line, columns));
}

function heading(round: Round): string[] {
  const { number } = round.stage;
  const { earned, possible } = points(round);
  const score = possible === 0 ? '' : say('points', { earned, possible });
  const style = earned === possible ? 'green' : 'yellow';
  return [
    ...withRight(paint('bold', `${number} · ${stageTitle(round.stage)}`), '', paint(style, score)),
    paint('dim', link(shown(round.file), round.file)),
  ];
}

function milestones({ round, all }: View): string[] {
  const marks = round.milestones.map(({ id }) => mark(round.results.get(id)));
  if (!all) {
    const passed = [...round.results.values()].filter((result) => result.passed).length;
    return marks.length === 0 ? [] : [`${marks.join(' ')}   ${say('watch-hold', { passed, all: marks.length })}`];
  }
  return round.milestones.map(({ id, title, rule }, i) =>
    cut(`  ${marks[i]} ${milestoneWords(round.stage.name, id, { title, rule }).title}`, 80),
  );
}

function mark(result: Result | undefined): string {
  if (result === undefined) return paint('dim', '·');
  if (result.passed) return paint('green', '✔');
  return result.failure?.kind === 'not-written' || result.failure?.kind === 'not-reached'
    ? paint('dim', '○')
    : paint('red', '✘');
}

function sections(state: View): string[] {
  const { round } = state;
  const { trouble } = round;
  if (trouble) {
    switch (trouble.kind) {
      case 'machine':
        return section('yellow', say('whose-machine'), wrapped(trouble.told, '  '));
      case 'grader':
        return section('yellow', say('whose-grader'), wrapped(trouble.told, '  '));
      case 'gone':
        return section('yellow', say('whose-code'), wrapped(say('watch-gone', { file: shown(round.file) }), '  '));
      default:
        return trouble satisfies never;
    }
  }
  const unknown = round.compiled?.kind === 'unknown' ? round.compiled.why : undefined;
  return [
    ...compilerSection(typeErrors(round).map((error) => inLanguage(round.stage.name, error))),
    ...failureSection(state),
    ...(unknown === undefined
      ? []
      : section(
          'yellow',
          say('whose-machine'),
          wrapped(say('types-unknown', { why: inLanguage(round.stage.name, unknown) }), '  '),
        )),
    ...printedSection(round.grade?.printed),
    ...allHold(round),
  ];
}

const section = (style: 'red' | 'yellow' | 'green' | 'cyan', title: string, lines: readonly string[]): string[] => [
  '',
  paint(style, title),
  ...lines,
];

const mostErrors = 4;

function compilerSection(errors: readonly string[]): string[] {
  if (errors.length === 0) return [];
  const more = errors.length - mostErrors;
  return section('red', say('types-errors', { count: errors.length }), [
    ...errors.slice(0, mostErrors).flatMap((error) => wrapped(error, '  ')),
    ...(more > 0 ? [`  ${say('more', { count: more })}`] : []),
  ]);
}

function failureSection({ round, hints }: View): string[] {
  const failed = firstFailure(round);
  if (!failed?.failure) return [];
  const failure = failureInLanguage(round.stage.name, failed.id, failed.failure);
  const isProblem = failure.kind === 'problem';
  const words = milestoneWords(round.stage.name, failed.id, { title: failed.title, rule: failure.rule });
  const title = isProblem ? failure.rule : words.title;
  const { rule } = words;
  const hintLines = hints.flatMap((hint, i) => wrapped(hint, `  ${say('hint-step', { step: i + 1 })}  `));
  if (failure.kind === 'not-written')
    return section('yellow', say('watch-next', { title }), [
      paint('dim', `  ${rule}`),
      '',
      ...wrapped(failure.message, '  '),
      ...(hintLines.length > 0 ? ['', ...hintLines] : []),
    ]);
  return section('red', isProblem ? say('whose-code') : `✘ ${title}`, [
    ...wrapped(isProblem ? title : rule, '  ').map((line) => paint('dim', line)),
    '',
    ...wrapped(failure.message, '  '),
    ...(hintLines.length > 0 ? ['', ...hintLines] : []),
    ...(failure.story.length > 1 ? ['', ...failure.story.flatMap(storyLine)] : []),
    ...(isProblem ? [] : ['', `  ${paint('cyan', failure.replay)}`]),
  ]);
}

/** What was broken stands among the events, without a number. */
const storyLine = (line: string, i: number): string[] =>
  line.startsWith('✘ ')
    ? wrapped(line.slice(2), `     ${paint('red', '✘')}  `)
    : wrapped(line, `  ${String(i + 1).padStart(4)}  `);

const mostPrinted = 8;

function printedSection(printed: string | undefined): string[] {
  if (!printed) return [];
  const lines = harmless(printed).trimEnd().split('\n');
  const more = lines.length - mostPrinted;
  return section('cyan', say('printed'), [
    ...(more > 0 ? [`  │ ${say('more', { count: more })}`] : []),
    ...lines.slice(-mostPrinted).map((line) => clipped(line, '  │ ')),
  ]);
}

function allHold(round: Round): string[] {
  return round.grade?.passed
    ? section('green', say('all-holds'), [`  ${say('watch-after-pass', { command: weekend() })}`])
    : [];
}

function timing({ at, firstMs, grade, trouble }: Round): string {
  const time = at.toTimeString().slice(0, 8);
  if (trouble) return say('watch-waits', { time });
  if (firstMs === undefined) return say('watch-proving', { time });
  return grade
    ? say('watch-done', { time, first: firstMs, ms: grade.ms })
    : say('watch-first', { time, first: firstMs });
}
