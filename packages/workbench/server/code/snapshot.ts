/** One file and the files of its stage that it imports, at one moment: stripped, fenced in, and named by their content. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { CodeProblem } from '../wire.ts';
import { type Import, redirected, strip } from './strip.ts';

export interface Snapshot {
  hash: string;
  /** The text of each module, by its path from the root. */
  files: ReadonlyMap<string, string>;
}

export interface Fence {
  /** The repository. */
  root: string;
  /** The folder that a module may import from, from the root: its stage's. */
  home: string;
  /** The packages of the framework that it may import. */
  framework: readonly string[];
  /** Where the browser finds such a package. */
  lead(name: string): string;
}

/** `files`: whichever were read, also where one of them is wrong, so that somebody can watch them. */
export type Taken = { files: readonly string[] } & (
  | { kind: 'taken'; snapshot: Snapshot }
  | { kind: 'wrong'; problem: CodeProblem }
);

/** Nobody writes so much, and the compiler would take seconds in which the workbench does nothing else. */
const mostLetters = 2_000_000;

const extensions = ['.ts', '.mts', '.js', '.mjs'];

/** `entry` is a path from the root. */
export function take(entry: string, fence: Fence): Taken {
  const files = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const read = readModule(path, fence);
    if (read.kind === 'wrong') return { kind: 'wrong', problem: read.problem, files: [...files.keys(), path] };
    files.set(path, read.text);
    waiting.push(...read.siblings.filter((sibling) => !files.has(sibling)));
  }
  return { kind: 'taken', files: [...files.keys()], snapshot: { hash: hashOf(files), files } };
}

type ReadModule =
  | { kind: 'module'; text: string; siblings: readonly string[] }
  | { kind: 'wrong'; problem: CodeProblem };

function readModule(path: string, fence: Fence): ReadModule {
  let source: string;
  try {
    source = readFileSync(join(fence.root, path), 'utf8');
  } catch {
    return wrongIn(path, `${path} can not be read; wanted a TypeScript or JavaScript module`);
  }
  return moduleOf(path, source, fence);
}

const wrongIn = (file: string, message: string, line = 1, column = 1): ReadModule => ({
  kind: 'wrong',
  problem: { message, file, line, column },
});

/** One file's text as the browser gets it, and the files that it imports. */
export function moduleOf(path: string, source: string, fence: Fence): ReadModule {
  const wrong = (message: string, line: number, column: number) => wrongIn(path, message, line, column);
  if (source.length > mostLetters)
    return wrong(`${path} has ${source.length} letters; wanted at most ${mostLetters}`, 1, 1);
  const stripped = strip(source);
  if (stripped.kind === 'wrong') return wrong(stripped.message, stripped.line, stripped.column);

  const siblings: string[] = [];
  for (const each of stripped.imports) {
    if (fence.framework.includes(each.specifier)) continue;
    const found = siblingOf(each, path, fence);
    if ('why' in found) return wrong(refusal(path, each, found.why, fence), each.line, each.column);
    siblings.push(found.path);
  }
  const lead = (specifier: string) => (fence.framework.includes(specifier) ? fence.lead(specifier) : specifier);
  return { kind: 'module', text: redirected(stripped.text, stripped.imports, lead), siblings };
}

/** The same fence as around a submission that is graded. */
function siblingOf({ specifier }: Import, importer: string, fence: Fence): { path: string } | { why: string } {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier))
    return { why: 'which reaches for the machine' };
  if (!/^\.{1,2}\//.test(specifier)) return { why: 'which is not part of a stage' };
  const file = resolve(fence.root, dirname(importer), specifier);
  if (!existsSync(file))
    return {
      why: `which is not there${extname(specifier) === '' ? ` (write the whole name, "${specifier}.ts")` : ''}`,
    };
  if (!extensions.includes(extname(file))) return { why: 'which is no TypeScript or JavaScript module' };
  const home = realpathSync(join(fence.root, fence.home));
  // A link could lead anywhere, so it is followed before the fence is looked at.
  if (!realpathSync(file).startsWith(home + sep)) return { why: 'which belongs to somebody else' };
  return { path: relative(fence.root, file).split(sep).join('/') };
}

const refusal = (path: string, { specifier }: Import, why: string, { framework }: Fence): string =>
  `${path} imports "${specifier}", ${why}; a stage may import ${framework.join(', ')} and files of its own folder`;

function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...files].sort()) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}
