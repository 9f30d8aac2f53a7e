// `npm run test:nodes`: equal seeds give equal bytes on the oldest and the newest Node that are meant. Each brings the same
// account of grades, runs and stories, and the accounts are compared. A normal install brings neither of the two; this does.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeAlong, packageOf } from './node-along.js';
import { modules, root } from './places.js';

/** Beside the Node that came along. */
const versions = ['22.23.2', '26.10.0'];

const windows = process.platform === 'win32';

const account = join(root, 'packages', 'cli', 'src', 'nodes', 'account.ts');

/** The path of a Node of that version, from the registry; nothing where it can not be had. */
const bring = (version) => {
  const name = packageOf[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  const folder = join(modules, '.cache', 'nodes', version);
  const node = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  // A package of its own, so that npm does not take the repository's for it.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--fetch-retries=1', `${name}@${version}`];
  spawnSync('npm', words, { cwd: folder, shell: windows, timeout: 120_000 });
  return existsSync(node) ? node : undefined;
};

const accountOf = async (node) => {
  const args = ['--disable-warning=ExperimentalWarning', account];
  const { stdout } = await promisify(execFile)(node, args, { cwd: root, maxBuffer: 2 ** 28 });
  return stdout;
};

const firstDifference = (one, other) => {
  const lines = other.split('\n');
  const at = one.split('\n').findIndex((line, i) => line !== lines[i]);
  return `line ${at + 1}:\n  ${one.split('\n')[at]?.slice(0, 300)}\n  ${lines[at]?.slice(0, 300)}`;
};

const brought = versions.map((version) => ({ version, node: bring(version) }));
const oursComes = accountOf(nodeAlong() ?? process.execPath);
const theirsCome = brought.map(({ node }) => node && accountOf(node));

const ours = await oursComes;
for (const [i, { version }] of brought.entries()) {
  const theirs = await theirsCome[i];
  if (theirs === undefined)
    console.log(`Node ${version} can not be had here (is the registry within reach?): not compared.`);
  else if (theirs === ours) console.log(`Node ${version} gives the same ${ours.length} bytes.`);
  else {
    console.log(`Node ${version} gives other bytes, from ${firstDifference(ours, theirs)}`);
    process.exitCode = 1;
  }
}
