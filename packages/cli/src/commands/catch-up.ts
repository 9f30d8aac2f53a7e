/** `weekend catch-up`: the reference stands in for a stage from now on. No file of the student's is touched. */
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { caughtUp, setLineup } from '../loop/caught-up.ts';
import { type Desk, desk } from '../loop/desk.ts';
import { textOf } from '../loop/whole-file.ts';
import { print, printJson } from '../output.ts';
import { paint, wrapped } from '../paper.ts';
import { shown } from '../places.ts';
import { findStages, stages } from '../stages.ts';
import { say } from '../words/say.ts';

export interface CatchUpOptions {
  /** Back to the student's own. */
  mine?: boolean;
  json?: boolean;
}

/** The stages that are named, and no others: who skips 03 may still have written 01. */
export function catchUp(
  words: readonly string[],
  { mine = false, json = false }: CatchUpOptions,
  at: Desk = desk,
): ExitCode {
  const chosen = findStages(words, say('do-run', { command: 'catch-up' }));
  const names = chosen.map(({ name }) => name);
  for (const stage of mine ? [] : chosen)
    if (textOf(at.reference(stage)) === undefined)
      throw new CannotRun(
        say('no-reference', {
          attempt: say('do-run', { command: `catch-up ${stage.name}` }),
          file: shown(at.reference(stage)),
          command: `${weekend()} unlock ${stage.name} KEY`,
        }),
      );
  try {
    setLineup(at, ['catch-up', ...names, ...(mine ? ['--mine'] : [])].join(' '), names, mine ? 'mine' : 'reference');
  } catch (error) {
    const attempt = say('do-run', { command: `catch-up ${names.join(' ')}` });
    throw new CannotRun(say('not-done', { attempt, why: (error as Error).message }));
  }
  const lineup = Object.fromEntries(
    stages.map(({ name }) => [name, caughtUp(at).includes(name) ? 'reference' : 'mine']),
  );
  if (json) printJson({ lineup });
  else print(told(lineup));
  return exitCodes.holds;
}

function told(lineup: Readonly<Record<string, string>>): string {
  const rows = stages.map(({ name, number }) => {
    const theirs = lineup[name] === 'reference';
    return `  ${number}  ${name.padEnd(16)}  ${theirs ? paint('yellow', say('whose-reference')) : say('whose-mine')}`;
  });
  return [
    say('lineup-now'),
    ...rows,
    '',
    ...wrapped(say('catch-up-untouched')),
    `  ${paint('cyan', `${weekend()} undo`)}`,
  ].join('\n');
}
