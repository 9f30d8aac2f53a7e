/** The command as a person starts it, for tests: what it printed and how it ended. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../src/places.ts';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export async function weekend(...words: string[]): Promise<Ended> {
  return await startWeekend(words, { ...process.env, npm_config_user_agent: 'npm/11' });
}

export async function startWeekend(words: readonly string[], env: NodeJS.ProcessEnv, cwd = root): Promise<Ended> {
  const bin = join(root, 'packages', 'cli', 'bin', 'weekend.js');
  const child = spawn(process.execPath, [bin, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}
