/** The suite beside the code, in one process of another user: for a container that a swarm has started. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { channel, type Job } from '../../sandbox/events.ts';
import { kept } from '../../sandbox/run.ts';
import { usageOf } from '../../sandbox/usage.ts';
import type { Box, Ended } from './box.ts';
import type { Owner } from './child.ts';
import { sandboxFlags } from './programs.ts';

const program = fileURLToPath(new URL('../../sandbox/child.ts', import.meta.url));

export const besideBox = (owner: Owner): Box => ({
  async open({ stage, file, dice }, { heapMb }) {
    const job: Job = { stage: stage.name, file, imports: stage.imports, dice };
    const child = spawn(process.execPath, [...sandboxFlags(heapMb), program, JSON.stringify(job)], {
      cwd: dirname(file),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: {},
      ...owner,
    });
    const printed = kept(child.stdout as Readable);
    const stderr = kept(child.stderr as Readable);
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject).once('close', (code, signal) => {
        const outOfMemory = /heap out of memory|Allocation failed/i.test(stderr.text());
        resolve({ code, signal, outOfMemory, printed: printed.text(), stderr: stderr.text() });
      });
    });
    const dismiss = () => {
      child.kill('SIGKILL');
    };
    return {
      told: child.stdio[channel] as Readable,
      judged: ended.then(() => ''),
      ended,
      isTogether: true,
      inside: dirname(file),
      usage: () => usageOf(child.pid as number),
      dismiss,
      async close() {
        dismiss();
        await ended;
      },
    };
  },
});
