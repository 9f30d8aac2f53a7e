/** Tells other commands that a workbench runs here, and where: `.weekend/workbench.json`, for its owner's eyes. It holds no secret. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Running {
  port: number;
  pid: number;
}

const fileIn = (root: string): string => join(root, '.weekend', 'workbench.json');

export function tellOthers(root: string, port: number): void {
  const file = fileIn(root);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ port, pid: process.pid } satisfies Running), { mode: 0o600 });
}

/** Only what we wrote: a workbench that was started later has its own. */
export function tellNobody(root: string): void {
  if (readRunning(root)?.pid === process.pid) rmSync(fileIn(root), { force: true });
}

/** Where a workbench answers now, like `http://127.0.0.1:4711`. */
export function runningWorkbench(root: string): string | undefined {
  const running = readRunning(root);
  return running && isThere(running.pid) ? `http://127.0.0.1:${running.port}` : undefined;
}

function readRunning(root: string): Running | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(fileIn(root), 'utf8'));
    const { port, pid } = value as Running;
    return Number.isInteger(port) && Number.isInteger(pid) ? { port, pid } : undefined;
  } catch {
    return undefined;
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
