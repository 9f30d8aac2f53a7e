// Calls the one pnpm that package.json pins. Nobody needs to have it: npx brings it along and keeps it, also for days without a network.
import { join } from 'node:path';
import { readJson, root } from './places.js';
import { run } from './run.js';

const pinned = readJson(join(root, 'package.json')).packageManager;

const windows = process.platform === 'win32';

/** Resolves to the exit code of `pnpm …args` in the root. */
export const pnpm = (args, env = {}) =>
  run('npx', ['--yes', '--prefer-offline', pinned, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    shell: windows,
  });
