/**
 * Runs one submission in a box and its judge beside it, within limits, and says how that ended. Whatever the student's
 * code does, this resolves; and nothing counts but what the judge has told.
 */
import { type Ending, onLines, type Run } from '../sandbox/run.ts';
import type { Limits } from '../sandbox/watch.ts';
import type { ApartLimits } from './apart-limits.ts';
import type { Box, Case, Ended } from './boxes/box.ts';
import { Record } from './record.ts';
import { watchApart } from './watch-apart.ts';

/** A run, and the limit that counted if one was passed. */
export interface ApartRun {
  run: Run;
  limits: Limits;
}

export async function runApart(given: Case, box: Box, limits: ApartLimits, callOff: AbortSignal): Promise<ApartRun> {
  const opened = await box.open(given, limits);
  const record = new Record(given.dice);
  const end = (by: Ending): void => {
    record.ending ??= by;
    opened.dismiss();
  };
  // Not before the milestones are known: a grade names them, whatever became of it.
  const calledOff = () => record.milestones.length > 0 && end({ kind: 'called-off' });
  callOff.addEventListener('abort', calledOff);
  record.onSuite = () => callOff.aborted && calledOff();
  let passed = limits.timeMs;
  const stopWatching = watchApart(opened, record, limits, ({ ending, ms }) => {
    passed = ms;
    end(ending);
  });
  // It reads the end of the line by itself. It may also stand where the sandbox never came.
  const leftAlone = () => setTimeout(opened.dismiss, graceMs).unref();
  opened.ended.then(leftAlone, leftAlone);
  try {
    onLines(opened.told, (text) => record.take(JSON.parse(text)));
    const said = await opened.judged;
    await opened.close();
    const ended = await opened.ended;
    record.ending ??=
      record.gone && record.begun ? fromEnd(ended) : { kind: 'our-mistake', told: said || ended.stderr || 'it ended' };
    return { run: record.run(ended.printed), limits: { timeMs: passed, heapMb: limits.heapMb } };
  } finally {
    stopWatching();
    callOff.removeEventListener('abort', calledOff);
    await opened.close();
  }
}

/** How long a judge may take to say its last words when the sandbox is gone. */
const graceMs = 5_000;

function fromEnd({ code, signal, outOfMemory, stderr }: Ended): Ending {
  if (outOfMemory) return { kind: 'out-of-memory' };
  if (signal === 'SIGXCPU') return { kind: 'out-of-time', frames: [] };
  return { kind: 'ended', code, signal, stderr };
}
