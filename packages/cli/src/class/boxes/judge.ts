/** Starts a judge: a process of this machine's that never touches a student's file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { root } from '../../places.ts';
import { channel } from '../../sandbox/events.ts';
import { urlOf } from '../../sandbox/fence.ts';
import { kept } from '../../sandbox/run.ts';
import { type Usage, usageOf } from '../../sandbox/usage.ts';
import type { Sitting } from '../judge/sitting.ts';
import type { Case } from './box.ts';
import { judgeFlags, judgeProgram } from './programs.ts';

export interface Judge {
  told: Readable;
  judged: Promise<string>;
  judgeUsage(): Usage | undefined;
  dismiss(): void;
}

/** `inside`: the submission's folder as the sandbox sees it. `stdin`: where the line to the sandbox is a socket, it is the judge's stdin. */
export function startJudge(
  given: Case,
  inside: string,
  line: Sitting['line'],
  stdin: 'ignore' | Readable = 'ignore',
): Judge {
  const { stage, file, dice, milestone } = given;
  const folders = { inside: `${urlOf(inside)}/`, here: `${urlOf(dirname(file))}/` };
  const sitting: Sitting = { stage: stage.name, folders, dice, line, ...(milestone && { milestone }) };
  const child = spawn(process.execPath, [...judgeFlags, judgeProgram, JSON.stringify(sitting)], {
    cwd: root,
    stdio: [stdin, 'ignore', 'pipe', 'pipe'],
    env: environment(),
  });
  const stderr = kept(child.stderr as Readable);
  return {
    told: child.stdio[channel] as Readable,
    judged: ended(child).then(() => stderr.text()),
    judgeUsage: () => usageOf(child.pid as number),
    dismiss: () => child.kill('SIGKILL'),
  };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => child.once('error', reject).once('close', () => resolve()));

export function environment(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir();
  return { ...(cache ? { NODE_COMPILE_CACHE: cache } : {}) };
}
