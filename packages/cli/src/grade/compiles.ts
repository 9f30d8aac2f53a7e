/**
 * Asks TypeScript whether a submission compiles. More forgiving than the editor: what is only a matter of style (a
 * parameter without a type, an index that might be missing) does not cost a grade.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isOurs, root } from '../places.ts';
import { insteadOf } from '../sandbox/instead-of.ts';

export type Compiled =
  | { kind: 'compiles' }
  /** What TypeScript says, one a line: `election.ts:12:5 Type …`. */
  | { kind: 'errors'; errors: readonly string[] }
  /** Our machine's fault, in words, and nothing said about the submission. */
  | { kind: 'unknown'; why: string };

export async function compiles(submission: string, imports: readonly string[]): Promise<Compiled> {
  const compiler = findCompiler();
  if (!compiler)
    return { kind: 'unknown', why: `no TypeScript compiler came along for ${process.platform} ${process.arch}` };
  const file = realpathSync(submission);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'weekend-')));
  try {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configFor(file, imports)));
    return read(await output(compiler, folder), folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The native compiler's own path: calling it without its JavaScript launcher saves the start of a Node. */
export function findCompiler(): string | undefined {
  try {
    const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
    const native = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
    const name = process.platform === 'win32' ? 'tsc.exe' : 'tsc';
    const compiler = join(dirname(createRequire(typescript).resolve(native)), 'lib', name);
    return existsSync(compiler) ? compiler : undefined;
  } catch {
    return undefined;
  }
}

/** Where the packages of the framework are, wherever the submission lies. */
const pathsOf = (imports: readonly string[]): object =>
  Object.fromEntries(imports.map((name) => [name, [join(root, 'packages', basename(name), 'src', 'index.ts')]]));

const configFor = (file: string, imports: readonly string[]): object => ({
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023'],
    types: [],
    module: 'esnext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    noEmit: true,
    allowJs: true,
    strict: true,
    noImplicitAny: false,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    paths: pathsOf(imports),
  },
  // Printing is allowed, so it compiles.
  files: [file, join(root, 'exercises', 'console.d.ts')],
});

interface Output {
  /** Absent if it could not be started or was ended by a signal. */
  code: number | undefined;
  text: string;
}

function output(compiler: string, folder: string): Promise<Output> {
  const args = ['-p', folder, '--pretty', 'false'];
  const options = { cwd: folder, timeout: 30_000, maxBuffer: 16 * 2 ** 20 };
  return new Promise((resolve) => {
    execFile(compiler, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      resolve({ code, text: code === undefined ? `${error?.message}` : `${stdout}${stderr}` });
    });
  });
}

const diagnostic = /^(.+?)\((\d+),(\d+)\): error TS(\d+): (.*)$/;

function read({ code, text }: Output, folder: string, file: string): Compiled {
  if (code === 0) return { kind: 'compiles' };
  const found = text.split(/\r?\n/).map((line) => diagnostic.exec(line));
  const errors: string[] = [];
  for (const match of found) {
    if (!match) continue;
    const [path = '', line, column, number, message = ''] = match.slice(1);
    const where = resolve(folder, path);
    // The fence around imports refuses these in better words, when the file is loaded.
    const isImport = /^Cannot find (module|name 'node:)/.test(message);
    if (isImport) continue;
    // The framework's own files have their own tests.
    if (isOurs(where)) continue;
    const place = `${nameOf(where, file)}:${line}:${column}`;
    errors.push(`${place} ${inOurWords(Number(number), message, where, Number(line), Number(column))}`);
  }
  if (errors.length > 0) return { kind: 'errors', errors };
  const first = text.split('\n').find((line) => line.trim() !== '');
  const onlyOurs = code !== undefined && found.some((match) => match !== null);
  return onlyOurs
    ? { kind: 'compiles' }
    : { kind: 'unknown', why: `the TypeScript compiler did not run: ${first ?? code}` };
}

const nameOf = (where: string, file: string): string =>
  where.startsWith(dirname(file) + sep) ? where.slice(dirname(file).length + 1) : basename(where);

/** Where TypeScript's advice would lead a student astray, ours stands beside it. */
function inOurWords(number: number, message: string, file: string, line: number, column: number): string {
  if (/=> Promise<.*is not assignable to type '.*=> undefined'/.test(message))
    return `${message} A handler must be done when it returns, so it can not be async.`;
  // It would advise to install the types of what a stage may not use.
  const cannotFindName = [2304, 2580, 2584, 2591, 2592, 2593].includes(number);
  const name = /^Cannot find name '(\w+)'/.exec(message)?.[1];
  if (!cannotFindName || name === undefined || !(name in globalThis)) return message;
  const source = readFileSync(file, 'utf8').split(/\r\n|\r|\n/)[line - 1] ?? '';
  const used = /^\w+(\.\w+)?/.exec(source.slice(column - 1))?.[0] ?? name;
  return `Cannot find name '${name}': ${used} is not there for a stage: ${insteadOf(used)}.`;
}
