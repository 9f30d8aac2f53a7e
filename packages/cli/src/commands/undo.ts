/** `weekend undo`: takes back the last thing that `reset` or `catch-up` did, and the one before it when asked again. */
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { type Desk, desk } from '../loop/desk.ts';
import { type Step, stepsOf, undo as takeBack, type Undone } from '../loop/history.ts';
import { print, printJson } from '../output.ts';
import { shown } from '../places.ts';
import { say } from '../words/say.ts';

export interface UndoOptions {
  list?: boolean;
  json?: boolean;
}

export function undo({ list = false, json = false }: UndoOptions, at: Desk = desk): ExitCode {
  if (list) return listed(stepsOf(at).toReversed(), json);
  let undone: Undone | undefined;
  try {
    undone = takeBack(at);
  } catch (error) {
    throw new CannotRun(
      say('not-done', { attempt: say('do-run', { command: 'undo' }), why: (error as Error).message }),
    );
  }
  if (json) printJson({ undone: undone ? document(undone.step) : null, kept: undone?.kept ?? [] });
  else print(undone ? told(undone, stepsOf(at).at(-1)) : say('undo-nothing'));
  return exitCodes.holds;
}

function told({ step, kept }: Undone, next: Step | undefined): string {
  return [
    say('undo-done', { did: step.did, at: clock(step) }),
    ...kept.map(({ file, as }) => say('undo-kept', { file: shown(file), as: shown(as) })),
    ...(next ? [say('undo-next', { did: next.did, at: clock(next) })] : []),
  ].join('\n');
}

function listed(steps: readonly Step[], json: boolean): ExitCode {
  if (json) printJson({ steps: steps.map(document) });
  else if (steps.length === 0) print(say('undo-nothing'));
  else print(steps.map((step) => `${clock(step)}  ${step.did}`).join('\n'));
  return exitCodes.holds;
}

const document = ({ did, at, files }: Step) => ({ did, at, files: files.map(({ file }) => shown(file)) });

/** As the student's clock shows it. */
const clock = ({ at }: Step): string => new Date(at).toLocaleString('sv-SE').slice(0, 16);
