// `npm test`: sets the repository up, runs every check whatever became of the one before, and ends with one line that adds them up.
import { hasBrowser } from './browser.js';
import { dockerAnswers } from './docker-engine.js';
import { pnpm } from './pnpm.js';
import { collectResults, forgetResults } from './results.js';
import { setup } from './setup.js';

const ci = process.env.CI === 'true';

/** Each is a script of the root's package.json. */
const statics = {
  'style (biome)': 'lint',
  'boundaries (dependency-cruiser)': 'boundaries',
  'unused code (knip)': 'unused',
  'types (tsc)': 'typecheck',
  'equal bytes on every Node': 'test:nodes',
};
const count = Object.keys(statics).length + 1;

const heading = (number, name) => console.log(`\n── ${number}/${count} ${name}`);

const list = (title, names) => {
  if (names.length > 0) console.log([`\n${title}:`, ...names.map((name) => `  ${name}`)].join('\n'));
};

await setup();

const docker = await dockerAnswers();
const env = {
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  WEEKEND_DOCKER: docker ? 'yes' : 'no',
  WEEKEND_BROWSER: hasBrowser() ? 'yes' : 'no',
};

const passed = [];
const failed = [];
for (const [index, [name, script]] of Object.entries(statics).entries()) {
  heading(index + 1, name);
  const code = await pnpm(['run', script], env);
  (code === 0 ? passed : failed).push(name);
}

heading(count, 'tests (vitest)');
if (!hasBrowser()) console.log('No Chromium is found here: the tests that need a browser are skipped.');
if (!docker) console.log('No Docker engine answers here: the tests that need one are skipped.');
forgetResults();
// Those of the command take as long as all others together, which follow each other beside them.
const longest = '@weekend/cli';
const codes = await Promise.all(
  [longest, `!${longest}`].map((filter) =>
    pnpm(['run', 'test:packages', '--concurrency=1', `--filter=${filter}`], env),
  ),
);
const code = codes.find((each) => each !== 0) ?? 0;
const tests = collectResults();
if (code !== 0 && tests.failed.length === 0) tests.failed.push(`turbo ended with ${code}, though no test failed`);
// Where everything is meant to be there, a test that did not run is a test that nobody ran.
if (ci) tests.failed.push(...tests.skipped.splice(0).map((name) => `${name} (skipped)`));

list('Failed', [...failed, ...tests.failed]);
list('Skipped', tests.skipped);

const totals = [
  `${passed.length + tests.passed.length} passed`,
  `${failed.length + tests.failed.length} failed`,
  ...(tests.skipped.length > 0 ? [`${tests.skipped.length} skipped`] : []),
];
console.log(`\n${totals.join(', ')}`);
process.exitCode = failed.length + tests.failed.length > 0 ? 1 : 0;
