// Whether there is a browser for the tests of the workbench, so that a kept result is not reused when that changes.
import { existsSync } from 'node:fs';

// The places that packages/workbench/e2e/browser.ts looks at.
const places = [
  process.env.CHROME,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const hasBrowser = () => places.some((place) => place !== undefined && existsSync(place));
