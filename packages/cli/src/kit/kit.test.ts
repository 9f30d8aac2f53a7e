/**
 * A kit is made, carried to a machine that has no network, no Node and no pnpm, and used there. And nothing in it tells what a
 * student is to find out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../places.ts';
import { stages } from '../stages.ts';
import { type Made, makeKit } from './make.ts';
import { platforms } from './platforms.ts';

const here = platforms.find((platform) => platform === `${process.platform}-${process.arch}`);
const temp = mkdtempSync(join(tmpdir(), 'kit-'));
let made: Made;

beforeAll(async () => {
  made = await makeKit({ into: join(temp, 'raft-weekend'), platforms: here ? [here] : [], progress: () => {} });
}, 300_000);

afterAll(() => rmSync(temp, { recursive: true, force: true }));

// Before anything is unlocked.
test('neither solutions nor what only a mentor needs is there, and the keys are beside the kit', () => {
  for (const folder of ['solutions', 'packages/gauntlet', 'packages/tidy', 'packages/cli/src/kit', 'docs/mentor'])
    expect(existsSync(join(made.folder, folder))).toBe(false);
  expect(statSync(made.keys).mode & 0o777).toBe(0o600);
  expect(statSync(made.archive).size).toBeGreaterThan(1_000_000);
});

test('the kit starts and grades without a network, without Node, without pnpm', { timeout: 120_000 }, () => {
  const stub = weekend('grade', 'election', '--json');
  expect(stub.stderr).toBe('');
  const { milestones } = JSON.parse(stub.stdout.slice(stub.stdout.indexOf('{')));
  const messages = milestones.map(({ failure }: { failure: { message: string } }) => failure.message);
  expect(new Set(messages.map((message: string) => message.slice(0, 16)))).toEqual(new Set(['not written yet:']));

  expect(weekend('unlock', 'election', 'AAAA-AAAA-AAAA').status).toBe(2);
  expect(weekend('unlock', 'election', keyOf('election')).status).toBe(0);
  expect(weekend('grade', 'election', '--lineup', 'election=reference').status).toBe(0);
});

test('every stage has its stub, its task, and its sealed reference in the kit', () => {
  for (const { folder, name } of stages) {
    expect(existsSync(join(made.folder, 'exercises', folder, 'README.md'))).toBe(true);
    expect(readFileSync(join(made.folder, 'exercises', folder, `${name}.ts`), 'utf8')).toContain('notWritten(');
    expect(keyOf(name)).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  }
});

test('no line of a solution and none of a suite is in the kit', () => {
  const kit = sources(made.folder).map((file) => [file, readFileSync(file, 'utf8')] as const);
  const given = new Set(kit.flatMap(([file, text]) => (isGiven(file) ? linesOf(text) : [])));
  const secret = [...sources(join(root, 'solutions')), ...sources(join(root, 'packages', 'grading', 'src'))]
    .flatMap((file) => linesOf(readFileSync(file, 'utf8')))
    .filter((line) => !given.has(line));
  expect(secret.length).toBeGreaterThan(1_000);
  const wanted = new Set(secret);
  const leaks = kit.flatMap(([file, text]) =>
    linesOf(text)
      .filter((line) => wanted.has(line) && !given.has(line))
      .map((line) => `${file}: ${line}`),
  );
  expect(leaks).toEqual([]);
});

/** What a student is meant to read: the tasks, the nouns, the tools but for the suites. */
const isGiven = (file: string): boolean => !file.includes('/packages/grading/');

/** Lines that say something of their own: not an import, not a bracket, not a comment. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.length >= 40 && !/^(import|export \{|\/?\*|\/\/|['"`])/.test(line));
}

function sources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /[.](ts|tsx|js)$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file));
}

const keyOf = (stage: string): string =>
  new RegExp(`^${stage} +(.+)$`, 'm').exec(readFileSync(made.keys, 'utf8'))?.[1] ?? '';

/** In a namespace that has no network, where this machine can make one; anyhow with nothing installed in reach. */
function weekend(...words: string[]) {
  const alone = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];
  const [command, ...rest] = [...alone, join(made.folder, 'weekend'), ...words] as [string, ...string[]];
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: join(temp, 'home'),
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    npm_config_registry: 'http://127.0.0.1:9/',
  };
  return spawnSync(command, rest, { encoding: 'utf8', env });
}
