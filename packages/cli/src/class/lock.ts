/** One grader at a time works on one place of results. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from '../cannot-run.ts';
import { say } from '../words/say.ts';

/** Returns how to give it back. A lock whose holder was killed holds nobody off. */
export function lock(out: string): () => void {
  const file = join(out, 'grading.pid');
  const holder = holderOf(file);
  if (holder !== undefined && isAlive(holder)) throw new CannotRun(say('class-locked', { folder: out, pid: holder }));
  rmSync(file, { force: true });
  const descriptor = openSync(file, 'wx');
  writeSync(descriptor, `${process.pid}\n`);
  closeSync(descriptor);
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
