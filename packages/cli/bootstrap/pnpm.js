// Calls the one pnpm that package.json pins. Nobody needs to have it: npx brings it along and keeps it, also for days without a network.
// A kit has its own beside it, and a store to install from, so that it never needs a network.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './places.js';
import { run } from './run.js';

const pinned = readJson(join(root, 'package.json')).packageManager;

const windows = process.platform === 'win32';

const ofKit = join(root, 'kit', 'pnpm', `${process.platform}-${process.arch}`, windows ? 'pnpm.exe' : 'pnpm');
const fromKit = ['--offline', '--ignore-scripts', '--store-dir', join(root, 'kit', 'store')];

/** Resolves to the exit code of `pnpm …args` in the root. */
export const pnpm = (args, env = {}) => {
  const options = { cwd: root, env: { ...process.env, ...env } };
  if (existsSync(ofKit)) return run(ofKit, [...args, ...fromKit], options);
  return run('npx', ['--yes', '--prefer-offline', pinned, ...args], { ...options, shell: windows });
};
