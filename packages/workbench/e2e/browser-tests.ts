/** Whether the tests that need a browser run: where there is none they say so in one line, and in CI they fail. */
import { browserPath } from './browser.ts';

export function browserTests(): boolean {
  if (browserPath !== undefined || process.env.CI === 'true') return true;
  console.info('No Chromium is found here: the tests of the workbench’s pages are skipped.');
  return false;
}
