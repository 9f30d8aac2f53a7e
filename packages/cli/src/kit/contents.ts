/** What goes into the kit of all that is in the repository: what a student runs and reads, nothing that tells a solution. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { desk } from '../loop/desk.ts';
import { root } from '../places.ts';
import { stages } from '../stages.ts';

/** Ours to work on the repository with, and nothing that a student runs. */
const notForStudents =
  /^(node_modules|test|testing|bench|oracle|mutants|e2e|runtime-suite|kit|[.].*|.*[.](test|suite)[.]ts)$/;

const files = [
  '.pnpmfile.cjs',
  'LICENSE',
  'tsconfig.base.json',
  'vitest.config.ts',
  'generate-compose.ts',
  '.dockerignore',
];

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
}

/** Copies all of it into an empty folder, and answers which packages came along. */
export function copyContents(into: string): readonly string[] {
  for (const file of files) cpSync(join(root, file), join(into, file));
  copyExercises(into);
  const packages = reachable(['cli', ...neededByExercises()]);
  for (const name of packages) copyPackage(name, into);
  return packages;
}

/** As they were on the first day, whatever this desk has made of them. */
function copyExercises(into: string): void {
  cpSync(join(root, 'exercises'), join(into, 'exercises'), {
    recursive: true,
    filter: (from) => !/^(node_modules|[.].+)$/.test(basename(from)),
  });
  for (const stage of stages)
    writeFileSync(join(into, 'exercises', stage.folder, `${stage.name}.ts`), desk.fresh(stage));
}

function copyPackage(name: string, into: string): void {
  const from = join(root, 'packages', name);
  const to = join(into, 'packages', name);
  cpSync(from, to, {
    recursive: true,
    filter: (file) =>
      file === from ||
      (name === 'cli' && dirname(file) === from && basename(file) === 'bootstrap') ||
      !notForStudents.test(basename(file)),
  });
  const { devDependencies: _, scripts: __, ...manifest } = manifestOf(from);
  writeJson(join(to, 'package.json'), { ...manifest, dependencies: withoutTools(manifest.dependencies) });
}

/** What only the making of a kit and of its book needs. */
const toolsOfTheMaker = ['esbuild', '@weekend/book'];

const withoutTools = (dependencies: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(dependencies).filter(([name]) => !toolsOfTheMaker.includes(name)));

/** These packages of ours, and all that they depend on. */
function reachable(names: readonly string[], found = new Set<string>()): readonly string[] {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    reachable(oursIn(withoutTools(manifestOf(join(root, 'packages', name)).dependencies)), found);
  }
  return [...found];
}

function neededByExercises(): string[] {
  return readdirSync(join(root, 'exercises'))
    .map((folder) => join(root, 'exercises', folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map(manifestOf)
    .flatMap(({ dependencies, devDependencies }) => [...oursIn(dependencies), ...oursIn(devDependencies)]);
}

const oursIn = (dependencies: Record<string, string> = {}): string[] =>
  Object.keys(dependencies).flatMap((name) => /^@weekend\/(.+)$/.exec(name)?.[1] ?? []);

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

export function writeJson(file: string, value: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
