/** `weekend reset`: a stage's stub as it was on the first day. What was there is kept, and `undo` brings it back. */
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { type Desk, desk } from '../loop/desk.ts';
import { take } from '../loop/history.ts';
import { textOf } from '../loop/whole-file.ts';
import { print, printJson } from '../output.ts';
import { paint } from '../paper.ts';
import { shown } from '../places.ts';
import { findStage } from '../stages.ts';
import { say } from '../words/say.ts';

export function reset(word: string, { json = false }: { json?: boolean }, at: Desk = desk): ExitCode {
  const stage = findStage(word, say('do-run', { command: 'reset' }));
  const file = at.mine(stage);
  const fresh = at.fresh(stage);
  const changed = textOf(file) !== fresh;
  try {
    if (changed) take(at, `reset ${stage.name}`, [{ file, text: fresh }]);
  } catch (error) {
    const attempt = say('do-run', { command: `reset ${stage.name}` });
    throw new CannotRun(say('not-done', { attempt, why: (error as Error).message }));
  }
  if (json) printJson({ stage: stage.name, file: shown(file), changed });
  else if (changed)
    print([say('reset-done', { file: shown(file) }), `  ${paint('cyan', `${weekend()} undo`)}`].join('\n'));
  else print(say('reset-nothing', { file: shown(file) }));
  return exitCodes.holds;
}
