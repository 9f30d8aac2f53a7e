/** What `watch` prints where nobody can be drawn for, in a pipe or with --plain: a line for each verdict, in their order. */
import type { Result } from '../../grade/grade.ts';
import type { News } from '../../grade/grade-submission.ts';
import { clipped, harmless } from '../../paper.ts';
import { shown } from '../../places.ts';
import type { Stage } from '../../stages.ts';
import { say } from '../../words/say.ts';
import { inLanguage } from '../../words/sentences/in-language.ts';
import { firstFailure, points, type Round, typeErrors } from './round.ts';

export const begunLine = ({ stage, file, at }: Round): string =>
  `— ${stage.number} ${stage.name} · ${shown(file)} · ${at.toTimeString().slice(0, 8)}`;

export function newsLines({ stage }: Round, news: News): string[] {
  switch (news.kind) {
    case 'milestones':
      return [];
    case 'compiled':
      return news.compiled.kind === 'errors'
        ? news.compiled.errors.map((error) => `✘ ${inLanguage(stage.name, error)}`)
        : [];
    case 'result':
      return [resultLine(stage, news.result)];
    default:
      return news satisfies never;
  }
}

/** The end of a round: what was not told as it came. */
export function endLines(round: Round, told: ReadonlySet<string>): string[] {
  const { trouble, grade } = round;
  if (trouble)
    return [
      trouble.kind === 'gone'
        ? say('watch-gone', { file: shown(round.file) })
        : `${say(trouble.kind === 'machine' ? 'whose-machine' : 'whose-grader')}: ${trouble.told}`,
    ];
  const { earned, possible } = points(round);
  const failed = typeErrors(round).length > 0 ? undefined : firstFailure(round);
  return [
    ...(grade?.milestones ?? [])
      .filter(({ id }) => !told.has(id) && typeErrors(round).length === 0)
      .map((result) => resultLine(round.stage, result)),
    ...(grade?.printed
      ? [
          say('printed'),
          ...harmless(grade.printed)
            .trimEnd()
            .split('\n')
            .map((line) => `  │ ${line}`),
        ]
      : []),
    ...(failed?.failure && failed.failure.kind !== 'not-written' ? [failed.failure.replay] : []),
    say('watch-score', { earned, possible, first: round.firstMs ?? 0 }),
  ];
}

function resultLine(stage: Stage, { id, passed, failure }: Result): string {
  if (passed) return `✔ ${id}`;
  return failure?.kind === 'not-written'
    ? `○ ${id}`
    : clipped(inLanguage(stage.name, failure?.message ?? ''), `✘ ${id}: `);
}
