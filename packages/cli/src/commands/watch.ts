/** `weekend watch`: grades the stage in work each time that it is saved, the first failure first. */
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { desk } from '../loop/desk.ts';
import { nextStep } from '../loop/hint-steps.ts';
import { inWork, standings } from '../loop/standing.ts';
import { onKeys } from '../loop/watching/keys.ts';
import { pollEvery } from '../loop/watching/poll.ts';
import { follow } from '../loop/watching/saves.ts';
import { Session } from '../loop/watching/session.ts';
import { terminalShow } from '../loop/watching/terminal-show.ts';
import { textShow } from '../loop/watching/text-show.ts';
import { isPlain } from '../paper.ts';
import { findStage, type Stage, stages } from '../stages.ts';
import { submissionFile } from '../submission-file.ts';
import { say } from '../words/say.ts';

export interface WatchOptions {
  submission?: string;
}

/** Ends by `q`, or by a signal. */
export async function watch(word: string | undefined, { submission }: WatchOptions): Promise<ExitCode> {
  const everyMs = pollEvery();
  const attempt = say('do-run', { command: 'watch' });
  const stage = word === undefined ? inWork(standings().all)?.stage : findStage(word, attempt);
  if (submission !== undefined && word === undefined) throw new CannotRun(say('watch-no-stage'));
  const first = stage ?? (stages[0] as Stage);
  const other = submission === undefined ? undefined : submissionFile(submission, attempt);
  const fileOf = (of: Stage): string => other ?? desk.mine(of);
  const followed = word === undefined ? stages : [first];
  const byFile = new Map(followed.map((each) => [fileOf(each), each]));

  const show = isPlain() ? textShow() : terminalShow();
  const session = new Session(show, fileOf);
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const ending = new AbortController();
  /** All at once: a signal may leave us no time for a second step. */
  const stop = (): void => {
    if (ending.signal.aborted) return;
    ending.abort();
    deafen();
    session.end();
    show.close();
    resolve();
  };
  const deafen = onKeys((key) => {
    if (key === 'quit') stop();
    else if (key === 'again') session.run(session.stage);
    else if (key === 'all') show.toggleAll();
    else show.hint((id) => nextStep(desk, session.stage.name, id));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  follow([...byFile.keys()], {
    everyMs,
    signal: ending.signal,
    onSave: (file) => session.run(byFile.get(file) ?? first),
    onGone: (file) => session.gone(byFile.get(file) ?? first),
  });
  session.run(first);
  await done;
  return session.passed ? exitCodes.holds : exitCodes.fellShort;
}
