/** The machine's own Chromium, found by name: it prints slides and takes screenshots. Nothing is downloaded for that. */
import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  const asked = process.env.WEEKEND_CHROMIUM;
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name + ending)));
  return [...(asked ? [asked] : []), ...onPath, ...elsewhere].find(isProgram);
}

export const noChromium =
  'There is no Chromium or Chrome on this machine; install one, or set WEEKEND_CHROMIUM to where it is.';

/** Runs it once, without a window. */
export async function chromium(program: string, args: readonly string[]): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'weekend-book-'));
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'];
  try {
    await promisify(execFile)(program, [...quiet, `--user-data-dir=${profile}`, ...args], { timeout: 120_000 });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
