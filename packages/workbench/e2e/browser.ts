/** A real browser, where the machine has one: Debian's chromium, or what CHROME names. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const known = [
  process.env.CHROME,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where the browser is; nothing if there is none. */
export const browserPath = known.find((path) => path !== undefined && existsSync(path));

/** In containers and in CI there is no graphics card and often no user namespace. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: browserPath ?? '', args: flags });
