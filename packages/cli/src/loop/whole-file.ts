/** Files that are there whole or not at all, and a lock for who reads one to write it anew. */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from '../words/say.ts';

let drafts = 0;

/** Replaces a file in one step. It belongs to its owner alone, and so does its folder, which need not be there. */
export function writeFileWhole(file: string, text: string, mode = 0o600): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  replaceFile(file, text, { mode });
}

/** Whoever reads it sees the old one or the new one. Where it cannot be written, or `meanwhile` throws, the old one stays. */
export function replaceFile(
  file: string,
  text: string,
  { mode = 0o666, meanwhile }: { mode?: number; meanwhile?: () => void } = {},
): void {
  const draft = `${file}.${process.pid}.${drafts++}`;
  try {
    writeFileSync(draft, text, { mode, flag: 'wx' });
    meanwhile?.();
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** One after another, also where two commands run at once. `act` must be quick: others stand still meanwhile. */
export function withLock<T>(folder: string, act: () => T): T {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, 'lock');
  const patience = Date.now() + longestWaitMs;
  while (!taken(lock)) {
    if (isLeftBehind(lock)) rmSync(lock, { force: true });
    else if (Date.now() > patience) throw new Error(say('lock-held', { lock, seconds: longestWaitMs / 1000 }));
    else Atomics.wait(wake, 0, 0, 5);
  }
  try {
    return act();
  } finally {
    rmSync(lock, { force: true });
  }
}

const wake = new Int32Array(new SharedArrayBuffer(4));
const longestWaitMs = 5_000;

/** What is done under the lock takes milliseconds. */
const leftBehindMs = 3_000;

function taken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** By a command that was killed while it held it. */
function isLeftBehind(lock: string): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > leftBehindMs;
  } catch {
    return false;
  }
}
