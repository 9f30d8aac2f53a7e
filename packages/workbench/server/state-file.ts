/** Tells other commands which workbenches run here, and where: `.weekend/workbench.json`, for its owner's eyes. It holds no secret. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Running {
  port: number;
  pid: number;
}

const fileIn = (root: string): string => join(root, '.weekend', 'workbench.json');

export const tellOthers = (root: string, port: number): void =>
  write(root, [...othersIn(root), { port, pid: process.pid }]);

export const tellNobody = (root: string): void => write(root, othersIn(root));

/** Where the workbench that was started last answers, like `http://127.0.0.1:4711`. */
export function runningWorkbench(root: string): string | undefined {
  const newest = read(root).findLast(({ pid }) => isThere(pid));
  return newest && `http://127.0.0.1:${newest.port}`;
}

const othersIn = (root: string): Running[] => read(root).filter(({ pid }) => pid !== process.pid && isThere(pid));

function write(root: string, running: readonly Running[]): void {
  const file = fileIn(root);
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Away with it first: whoever made it may have given others the right to read it.
    rmSync(file, { force: true });
    if (running.length > 0) writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  } catch {
    // A repository that can only be read: others miss a link, and nothing else.
  }
}

function read(root: string): Running[] {
  try {
    const value: unknown = JSON.parse(readFileSync(fileIn(root), 'utf8'));
    const isRunning = ({ port, pid }: Running) => Number.isInteger(port) && Number.isInteger(pid);
    return Array.isArray(value) ? value.filter(isRunning) : [];
  } catch {
    return [];
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
