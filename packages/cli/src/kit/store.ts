/** What the kit installs from: a store of pnpm's with every package for every machine, and pnpm itself. */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CannotRun } from '../cannot-run.ts';
import { root } from '../places.ts';
import { say } from '../words/say.ts';
import { architectures, type Platform, pnpmFile } from './platforms.ts';

export interface KitPlaces {
  /** The kit's own root. */
  kit: string;
  /** pnpm's version, as package.json pins it. */
  pnpm: string;
}

/** The lockfile, without what the kit leaves out. Needs no network: it is all in the repository's own. */
export async function pruneLockfile({ kit, pnpm }: KitPlaces): Promise<void> {
  cpSync(join(root, 'pnpm-lock.yaml'), join(kit, 'pnpm-lock.yaml'));
  await run(
    'npx',
    ['--yes', '--prefer-offline', `pnpm@${pnpm}`, 'install', '--lockfile-only', '--prefer-offline'],
    kit,
  );
}

/** Needs the network, once. */
export async function fillStore({ kit, pnpm }: KitPlaces, chosen: readonly Platform[]): Promise<void> {
  const settings = join(kit, 'pnpm-workspace.yaml');
  const own = readFileSync(settings, 'utf8');
  writeFileSync(settings, `${own}\n${stringify({ supportedArchitectures: architectures(chosen) })}`);
  try {
    const store = join(kit, 'kit', 'store');
    await run('npx', ['--yes', '--prefer-offline', `pnpm@${pnpm}`, 'fetch', '--store-dir', store], kit);
  } finally {
    writeFileSync(settings, own);
    rmSync(join(kit, 'node_modules'), { recursive: true, force: true });
  }
}

/** A pnpm that runs by itself: a machine without Node gets its Node from the store. */
export async function fetchPnpm({ kit, pnpm }: KitPlaces, chosen: readonly Platform[]): Promise<void> {
  for (const platform of chosen) {
    const folder = join(kit, 'kit', 'pnpm', platform);
    mkdirSync(folder, { recursive: true });
    const temp = mkdtempSync(join(kit, 'kit', 'fetching-'));
    try {
      await run(
        'npm',
        ['pack', '--silent', '--prefer-offline', '--pack-destination', temp, `@pnpm/exe.${platform}@${pnpm}`],
        kit,
      );
      await run('tar', ['-xzf', `pnpm-exe.${platform}-${pnpm}.tgz`, '--strip-components=1'], temp);
      for (const file of [pnpmFile(platform), 'LICENSE']) cpSync(join(temp, file), join(folder, file));
      chmodSync(join(folder, pnpmFile(platform)), 0o755);
    } finally {
      rmSync(temp, { recursive: true, force: true });
    }
  }
}

/** Rejects with what the program said, where it does not end well. */
function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let said = '';
    for (const output of [child.stdout, child.stderr])
      output.on('data', (some) => {
        said = `${said}${some}`.slice(-mostSaid);
      });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new CannotRun(say('kit-program', { command: [command, ...args].join(' '), code: String(code), told: said })),
        );
    });
  });
}

const mostSaid = 2_000;
