/**
 * A box without Docker: a child process, which Node's permission model keeps from files, processes and threads. It holds
 * what is careless. Whoever breaks out of Node has this machine, so it is for code that one trusts.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { root as ourRoot } from '../../places.ts';
import { kept } from '../../sandbox/run.ts';
import { usageOf } from '../../sandbox/usage.ts';
import { suiteOf } from '../../suites.ts';
import type { Errand } from '../sandbox/errand.ts';
import type { Box, Case, Ended, Opened } from './box.ts';
import { environment, startJudge } from './judge.ts';
import { compiled, sandboxFlags, sandboxProgram } from './programs.ts';

/** Where the line is, in the sandbox; in the judge it is stdin. */
const lineOfSandbox = 3;

interface Owner {
  uid: number;
  gid: number;
}

/** For a container with both: the user whom the sandbox runs as, and where the files are that he may read. */
interface Elsewhere {
  owner: Owner;
  root: string;
}

export const childBox = (elsewhere?: Elsewhere): Box => ({
  async open(given, { heapMb }) {
    const root = elsewhere?.root ?? ourRoot;
    const flags = [...sandboxFlags(heapMb), ...permissions(given, root)];
    const args = [...flags, join(root, sandboxProgram), JSON.stringify(errandOf(given))];
    const [file, whole]: [string, string[]] = elsewhere ? [process.execPath, args] : withinLimits(args);
    const child = spawn(file, whole, {
      cwd: dirname(given.file),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: elsewhere ? { NODE_COMPILE_CACHE: compiled } : environment(),
      ...elsewhere?.owner,
    });
    const printed = kept(child.stdout as Readable);
    const stderr = kept(child.stderr as Readable);
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject).once('close', (code, signal) => {
        const outOfMemory = /heap out of memory|Allocation failed/i.test(stderr.text());
        resolve({ code, signal, outOfMemory, printed: printed.text(), stderr: stderr.text() });
      });
    });
    // The sandbox speaks when it is spoken to. So nothing has come yet that this process could take from the judge.
    const line = child.stdio[lineOfSandbox] as Readable;
    const judge = startJudge(given, dirname(given.file), { questions: 0, answers: 0 }, line);
    line.destroy();
    return {
      ...judge,
      ended,
      usage: () => usageOf(child.pid as number),
      async close() {
        child.kill('SIGKILL');
        await ended;
      },
    } satisfies Opened;
  },
});

const errandOf = ({ stage, file }: Case): Errand => ({
  stage: stage.name,
  file,
  imports: stage.imports,
  handlers: suiteOf(stage.name).handlers,
  async: suiteOf(stage.name).async,
  line: { questions: lineOfSandbox, answers: lineOfSandbox },
});

/** What it may read: the contract, the fence, and the submission. It may write nothing and start nothing. */
function permissions({ stage, file }: Case, root: string): string[] {
  const packages = [...new Set(['@weekend/protocol', '@weekend/concurrency', ...stage.imports])].map(
    (name) => name.split('/')[1] as string,
  );
  const readable = [
    // By each of the links that lead to it: a path is allowed as it is written.
    ...packages.flatMap((name) => [
      join(root, 'packages', name),
      join(root, 'node_modules/@weekend', name),
      join(root, 'packages/cli/node_modules/@weekend', name),
    ]),
    join(root, 'packages/cli/package.json'),
    join(root, 'packages/cli/src'),
    join(root, 'package.json'),
    dirname(file),
  ];
  return ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`)];
}

/** Should this process be killed, nobody ends the child: then the kernel does, when its time to compute is up. */
function withinLimits(args: readonly string[]): [string, string[]] {
  return ['/bin/sh', ['-c', `ulimit -c 0; ulimit -t ${mostCpuSeconds}; exec "$0" "$@"`, process.execPath, ...args]];
}

const mostCpuSeconds = 180;
