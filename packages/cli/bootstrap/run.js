// Runs one program at a time and waits for it. When this program is told to end, the other ends first, with all its children.
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

const windows = process.platform === 'win32';

/** How long a program may take to clean up after Ctrl-C before it is killed, in milliseconds. */
const grace = 12_000;

const exitCodeOf = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

const signals = Object.keys(exitCodeOf);

/** Says whether there was anybody to hear it. Signal 0 only asks. */
const tellGroup = (child, signal) => {
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
};

/** Ends a program with all that it started. The first to go is often not the last: npx leaves before turbo has cleaned up. */
const endAll = async (child) => {
  if (windows) return spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  tellGroup(child, 'SIGTERM');
  const deadline = Date.now() + grace;
  while (tellGroup(child, 0) && Date.now() < deadline) await setTimeout(50);
  return tellGroup(child, 'SIGKILL');
};

/**
 * Resolves to the exit code; a program that cannot be started or dies of a signal counts as 1.
 * It gets a process group of its own, for only a whole group can be ended without leaving grandchildren behind.
 */
export const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: !windows, ...options });
    let ending = false;
    const end = async (signal) => {
      if (ending) return;
      ending = true;
      await endAll(child);
      process.exit(exitCodeOf[signal]);
    };
    for (const signal of signals) process.on(signal, end);

    const finish = (code) => {
      if (ending) return;
      for (const signal of signals) process.off(signal, end);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`Cannot run ${command}: ${error.message}.\n`);
      finish(1);
    });
    child.once('exit', (code) => finish(code ?? 1));
  });
