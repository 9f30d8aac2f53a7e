/**
 * A copy of the repository, of a student who has finished: the references stand where the stubs were. Commands that the book tells
 * him to type run there, and change nothing here.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../places.ts';

export interface Done {
  exitCode: number | null;
  said: string;
}

export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'weekend-book-'));
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv = {}) {
    this.#env = { ...process.env, NO_COLOR: '1', ...env };
    for (const path of tracked()) copy(path, this.folder);
    linkPackages('.', this.folder);
    for (const kind of ['packages', 'exercises', 'solutions'])
      for (const name of readdirSync(join(root, kind))) linkPackages(join(kind, name), this.folder);
    for (const stage of readdirSync(join(this.folder, 'exercises')).filter((name) => /^\d/.test(name)))
      cpSync(
        join(root, 'solutions', stage, `${stage.slice(3)}.ts`),
        join(this.folder, 'exercises', stage, `${stage.slice(3)}.ts`),
      );
  }

  /** As the reader's shell would, with this repository's own programs. */
  async run(words: readonly string[]): Promise<Done> {
    const [program = '', ...rest] = this.#programOf(words);
    const child = spawn(program, rest, { cwd: this.folder, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, error, exitCode] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise<number | null>((resolve) => child.on('close', resolve)),
    ]);
    return { exitCode, said: out + error };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #programOf(words: readonly string[]): string[] {
    const [program, first = '', ...rest] = words;
    if (first === 'weekend') return [process.execPath, join(this.folder, 'packages/cli/bin/weekend.js'), ...rest];
    if (program === 'npx' && first === 'tsx')
      return [process.execPath, join(root, 'node_modules/tsx/dist/cli.mjs'), ...rest];
    return [...words];
  }
}

const tracked = (): string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)));

function copy(path: string, folder: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(join(root, path), join(folder, path));
}

const ours = /^@(weekend|exercises|solutions)$/;

/** What an image is made of, as .dockerignore lets it in. */
const inImage = new Set(
  readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .flatMap((line) => line.match(/^!(node_modules\/[^@].*)$/)?.[1] ?? []),
);

/** Ours lead to the copy, everybody else's to what is installed. */
function linkPackages(place: string, folder: string): void {
  const from = join(root, place, 'node_modules');
  if (!existsSync(from)) return;
  const to = join(folder, place, 'node_modules');
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!ours.test(name)) {
      // Docker does not follow a link out of the folder.
      if (inImage.has(join(place, 'node_modules', name))) cpSync(join(from, name), join(to, name), { recursive: true });
      else symlinkSync(join(from, name), join(to, name));
    } else {
      mkdirSync(join(to, name), { recursive: true });
      for (const each of readdirSync(join(from, name)))
        if (lstatSync(join(from, name, each)).isSymbolicLink())
          symlinkSync(readlinkSync(join(from, name, each)), join(to, name, each));
    }
  }
}
