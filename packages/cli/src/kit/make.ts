/** Makes a kit: what a student gets, in a folder and as one archive, for machines without a network. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { CannotRun } from '../cannot-run.ts';
import { root } from '../places.ts';
import { newKey, seal } from '../sealed/sealed.ts';
import { sealedReferences } from '../sealed/unlock.ts';
import { reference, stages } from '../stages.ts';
import { say } from '../words/say.ts';
import { copyContents, writeJson } from './contents.ts';
import type { Platform } from './platforms.ts';
import { fetchPnpm, fillStore, pruneLockfile } from './store.ts';
import { makeUnreadable } from './unreadable.ts';

export interface Order {
  /** A folder that is not there yet. */
  into: string;
  platforms: readonly Platform[];
  /** Told before each step, as the end of "now: …". */
  progress: (step: string) => void;
}

export interface Made {
  folder: string;
  archive: string;
  /** The keys of the sealed references: the mentor's. Not in the kit. */
  keys: string;
}

/** Builds beside its place and moves there at the end, so that a kit is whole or not there at all. */
export async function makeKit({ into, platforms, progress }: Order): Promise<Made> {
  if (!existsSync(join(root, 'solutions'))) throw new CannotRun(say('kit-is-one'));
  if (existsSync(into) && readdirSync(into).length > 0) throw new CannotRun(say('kit-not-empty', { folder: into }));
  const kit = `${into}.unfinished`;
  rmSync(kit, { recursive: true, force: true });
  mkdirSync(kit, { recursive: true });
  try {
    progress(say('kit-copies'));
    copyContents(kit);
    await makeUnreadable(join(kit, 'packages', 'grading', 'src'));
    copyBook(kit);
    copyStarters(kit);
    const pnpm = writeManifests(kit);
    const keys = sealReferences(kit);
    progress(say('kit-lockfile'));
    await pruneLockfile({ kit, pnpm });
    progress(say('kit-store', { platforms: platforms.join(', ') }));
    await fillStore({ kit, pnpm }, platforms);
    await fetchPnpm({ kit, pnpm }, platforms);
    rmSync(into, { recursive: true, force: true });
    renameSync(kit, into);
    progress(say('kit-packs'));
    return { folder: into, archive: packed(into), keys: keptKeys(into, keys) };
  } catch (error) {
    rmSync(kit, { recursive: true, force: true });
    throw error;
  }
}

function copyBook(kit: string): void {
  cpSync(join(root, 'docs'), join(kit, 'docs'), {
    recursive: true,
    filter: (from) => !/^(mentor|node_modules|[.].+)$/.test(basename(from)),
  });
}

function copyStarters(kit: string): void {
  cpSync(new URL('./files/', import.meta.url), kit, { recursive: true });
  chmodSync(join(kit, 'weekend'), 0o755);
  const windows = join(kit, 'weekend.cmd');
  writeFileSync(windows, readFileSync(windows, 'utf8').replaceAll('\n', '\r\n'));
}

const rootTools = ['@types/node', '@weekend/cli', 'tsx', 'typescript', 'vitest'];

/** Answers the version of pnpm that it names. */
function writeManifests(kit: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const kept = Object.entries(manifest.devDependencies).filter(([name]) => rootTools.includes(name));
  writeJson(join(kit, 'package.json'), {
    ...manifest,
    scripts: { start: manifest.scripts.start },
    devDependencies: Object.fromEntries(kept),
  });
  const settings = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'));
  // The lockfile is checked where the kit is made. A student's machine has no network to check it with.
  const offline = { ...settings, packages: ['packages/*', 'exercises/*'], trustLockfile: true };
  writeFileSync(join(kit, 'pnpm-workspace.yaml'), stringify(offline));
  return manifest.packageManager.replace('pnpm@', '');
}

function sealReferences(kit: string): string {
  const keys = stages.map((stage) => ({ stage, key: newKey() }));
  const sealed = keys.map(({ stage, key }) => [stage.name, seal(readFileSync(reference(stage), 'utf8'), key)]);
  writeJson(join(kit, sealedReferences), Object.fromEntries(sealed));
  return keys.map(({ stage, key }) => `${stage.name.padEnd(20)}${key}\n`).join('');
}

/** Beside the kit, for its maker alone. */
function keptKeys(into: string, keys: string): string {
  const file = `${into}-keys.txt`;
  writeFileSync(file, keys, { mode: 0o600 });
  return file;
}

/** By tar, which Windows has too. */
function packed(into: string): string {
  const file = `${into}.tgz`;
  const { status, stderr } = spawnSync('tar', ['-czf', file, '-C', dirname(into), basename(into)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new CannotRun(say('kit-not-packed', { status: String(status), told: stderr, folder: into }));
  return file;
}
