/** A child that must not outlive this process: it may run in circles, and nobody would be left to end it. */
import type { ChildProcess } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Returns how to part again. */
export function dieTogether(child: ChildProcess): () => void {
  const end = () => child.kill('SIGKILL');
  const endBy = (signal: NodeJS.Signals) => {
    end();
    part();
    // Nobody listens any more, so the signal does to us what it does by itself.
    process.kill(process.pid, signal);
  };
  const part = () => {
    process.off('exit', end);
    for (const signal of signals) process.off(signal, endBy);
  };
  process.on('exit', end);
  for (const signal of signals) process.on(signal, endBy);
  return part;
}
