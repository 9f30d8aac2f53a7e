/** Starts the child that runs a student's code, with what the operating system and Node can do to keep it small. */
import { type ChildProcess, spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { root } from '../places.ts';
import type { Job } from './events.ts';
import type { Limits } from './watch.ts';
import { knockable } from './where-it-hangs.ts';

const entry = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Seconds of CPU time for loading our own code, on the slowest of machines. */
const ourOwn = 30;

/** Frozen intrinsics: nobody teaches `Array.prototype.includes` to say yes. */
const flags = [
  '--frozen-intrinsics',
  '--disallow-code-generation-from-strings',
  '--no-warnings',
  '--no-addons',
  knockable,
];

export function start(job: Job, limits: Limits): ChildProcess {
  const args = [...flags, `--max-old-space-size=${limits.heapMb}`, entry, JSON.stringify(job)];
  const stdio = [job.waits ? 'pipe' : 'ignore', 'pipe', 'pipe', 'pipe'] as const;
  const options = { cwd: root, stdio: [...stdio], env: environment() };
  if (process.platform === 'win32') return spawn(process.execPath, args, options);
  // Should this process be killed, nobody watches the child any more; then the kernel ends it when its CPU time is up. It also
  // keeps no core file of the memory that a submission has filled.
  const cpuSeconds = Math.ceil((2 * limits.timeMs) / 1000) + ourOwn;
  return spawn(
    '/bin/sh',
    ['-c', `ulimit -c 0; ulimit -t ${cpuSeconds}; exec "$0" "$@"`, process.execPath, ...args],
    options,
  );
}

function environment(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir();
  return { SystemRoot: process.env.SystemRoot, ...(cache ? { NODE_COMPILE_CACHE: cache } : {}) };
}
