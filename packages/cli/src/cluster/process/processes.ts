/**
 * Processes of this machine by their ids. An id is used again once its process has ended, so a process counts as ours
 * only if its command line holds a text that nobody else's has.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Life } from '../fleet.ts';

/** Linux and macOS can tell whose a process is, and stop and continue it. */
export const canTellProcesses = process.platform === 'linux' || process.platform === 'darwin';

/** How a process is; `stopped` too if the one that has the id now is not ours. */
export function lifeOf(pid: number, mark: string): Life {
  const seen = process.platform === 'linux' ? onLinux(pid) : byPs(pid);
  if (!seen?.command.includes(mark)) return 'stopped';
  return seen.state.startsWith('T') ? 'paused' : 'running';
}

interface Seen {
  command: string;
  /** As `ps` writes it: `T` for one that was stopped by a signal. */
  state: string;
}

/** A process that has ended and is not yet collected has an empty command line. */
function onLinux(pid: number): Seen | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    // The name comes before it, in parentheses, and may hold anything.
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '');
    return { command, state };
  } catch {
    return undefined;
  }
}

function byPs(pid: number): Seen | undefined {
  try {
    const line = execFileSync('ps', ['-ww', '-o', 'state=,command=', '-p', String(pid)], { encoding: 'utf8' });
    const [state = '', ...command] = line.trim().split(/\s+/);
    return { command: command.join(' '), state };
  } catch {
    return undefined;
  }
}

/** Nothing happens if it is gone already. */
export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
