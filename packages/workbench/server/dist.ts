/** Builds the pages where they are missing or older than their sources. Needs no network. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { wordsOf } from './words.ts';

/** Thrown with what the builder says. */
export class NotBuilt extends Error {
  override name = 'NotBuilt';
}

/** The folder with the pages. `say` hears what takes a while. */
export async function pagesOf(root: string, say: (line: string) => void, words = wordsOf(undefined)): Promise<string> {
  const home = join(root, 'packages', 'workbench');
  const folder = join(home, 'dist');
  const stamp = join(folder, '.sources');
  const sources = hashOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return folder;

  say(existsSync(stamp) ? words.buildingAgain : words.building);
  if (!canWrite(home)) throw new NotBuilt(words.mayNotWrite);
  const fresh = join(home, '.results', `dist-${process.pid}`);
  try {
    const trouble = await build(home, fresh);
    if (trouble !== undefined) throw new NotBuilt(trouble);
    writeFileSync(join(fresh, '.sources'), sources);
    swapIn(fresh, folder);
    return folder;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** As a whole, since another workbench may be serving from it. Whoever swaps at the same moment has built the same. */
function swapIn(fresh: string, folder: string): void {
  for (let tries = 1; ; tries++) {
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(fresh, folder);
      return;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (tries === 5 || !['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code)) throw error;
    }
  }
}

/** Resolves to what it said if it failed. In a process of its own: a server needs none of the builder's memory later. */
function build(home: string, outDir: string): Promise<string | undefined> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn', '--configLoader', 'native'];
  const child = spawn(process.execPath, args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : firstWords(said) || `it ended with ${code}`));
  });
}

/** The rest is where in the builder it happened. */
const firstWords = (said: string): string =>
  stripVTControlCharacters(said).trim().split('\n\n').slice(0, 2).join(' ').replaceAll(/\s+/g, ' ');

/** Of the workbench's own sources, and of every package of ours that a page could import. */
export function hashOf(root: string): string {
  const hash = createHash('sha256');
  const own = ['app', 'run'].map((name) => `packages/workbench/${name}`);
  const others = [...neededBy(root, 'workbench')].sort().map((name) => `packages/${name}/src`);
  const folders = [...own, ...others];
  const files = ['packages/workbench/package.json', 'packages/workbench/vite.config.ts', 'pnpm-lock.yaml'];
  for (const file of [...files, ...folders.flatMap((folder) => filesBelow(root, folder))]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** The folders of the packages that it depends on, and those on which they depend. */
function neededBy(root: string, name: string, found = new Set<string>()): Set<string> {
  const text = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
  for (const dependency of Object.keys((JSON.parse(text) as { dependencies?: object }).dependencies ?? {})) {
    const [, other] = /^@weekend\/(.+)$/.exec(dependency) ?? [];
    if (other === undefined || found.has(other)) continue;
    found.add(other);
    neededBy(root, other, found);
  }
  return found;
}

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/[.]test[.]tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}
