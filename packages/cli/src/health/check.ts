/** One thing that the workshop uses, whether it is here, and how to get it. */
import { execFile } from 'node:child_process';
import { platform } from 'node:os';

export interface Check {
  name: string;
  ok: boolean;
  /** Whether the workshop stops without it. */
  needed: boolean;
  /** What was found, in words. */
  is: string;
  /** The command or step that mends it, where it is not well. */
  mend?: string;
}

export const well = (name: string, needed: boolean, is: string): Check => ({ name, ok: true, needed, is });

export const unwell = (name: string, needed: boolean, is: string, mend: string): Check => ({
  name,
  ok: false,
  needed,
  is,
  mend,
});

/** What is typed on this system. */
export function here(commands: { linux: string; darwin: string; win32: string }): string {
  const system = platform();
  return system === 'darwin' || system === 'win32' ? commands[system] : commands.linux;
}

/** The first line that a program prints; nothing if it is not there, fails, or takes long. */
export function firstLine(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 5000, windowsHide: true }, (error, stdout) => {
      const line = stdout.trim().split('\n')[0];
      resolve(error === null && line ? line : undefined);
    });
  });
}
