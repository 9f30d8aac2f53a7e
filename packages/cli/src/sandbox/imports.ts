/**
 * The fence around a submission's imports: the framework, and files of its own. Also where they are found: a submission
 * may lie anywhere on the disk, so `@weekend/…` is looked up from the repository and not from beside it.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { isBuiltin, type RegisterHooksOptions } from 'node:module';
import { dirname, extname, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root, shown } from '../places.ts';

/** A module of the student's is always an ES module, whatever lies beside it on the disk. */
const formats: Record<string, string> = {
  '.ts': 'module-typescript',
  '.mts': 'module-typescript',
  '.js': 'module',
  '.mjs': 'module',
};

/** The hooks for Node's module loader. What is loaded already is not asked for again. */
export function onlyImports(submission: string, framework: readonly string[]): RegisterHooksOptions {
  const entry = pathToFileURL(submission).href;
  const theirs = new Set([entry]);
  const home = homeOf(submission);

  return {
    resolve(specifier, context, next) {
      const { parentURL } = context;
      if (parentURL === undefined || !theirs.has(parentURL)) return next(specifier, context);
      if (framework.includes(specifier)) return next(specifier, { ...context, parentURL: import.meta.url });
      const found = own(specifier, () => next(specifier, context).url, home);
      if ('why' in found) throw new Error(refusal(specifier, parentURL, found.why, framework));
      theirs.add(found.url);
      return { url: found.url, shortCircuit: true };
    },
    load(url, context, next) {
      const format = theirs.has(url) ? formats[extname(fileURLToPath(url))] : undefined;
      if (format === undefined) return next(url, context);
      return { format, source: readFileSync(fileURLToPath(url), 'utf8').replace(/^\uFEFF/, ''), shortCircuit: true };
    },
  };
}

/** The URL of a file that the student may import, or why he may not. */
function own(specifier: string, find: () => string, home: string): { url: string } | { why: string } {
  if (isBuiltin(specifier)) return { why: 'which reaches for the machine' };
  if (!/^[./]|^file:/.test(specifier)) return { why: 'which is not part of a stage' };
  let url: string;
  try {
    url = find();
  } catch {
    const wholeName = extname(specifier) === '' ? ` (write the whole name, "${specifier}.ts")` : '';
    return { why: `which is not there${wholeName}` };
  }
  const file = realpathSync(fileURLToPath(url));
  if (!(extname(file) in formats)) return { why: 'which is no TypeScript or JavaScript module' };
  const ofTheRepository = isInside(file, root);
  return ofTheRepository && !isInside(file, home) ? { why: 'which belongs to somebody else' } : { url };
}

function refusal(specifier: string, importer: string, why: string, framework: readonly string[]): string {
  const allowed = `a stage may import ${framework.join(', ')} and files of its own folder`;
  return `${shown(fileURLToPath(importer))} imports "${specifier}", ${why}; ${allowed}`;
}

/** The folder of the stage, where a submission lies in one, so that a variant in a folder below can import it. */
function homeOf(submission: string): string {
  const [part, folder] = relative(realpathSync(root), submission).split(sep);
  const isStage = (part === 'exercises' || part === 'solutions') && folder !== undefined;
  return isStage ? `${realpathSync(root)}${sep}${part}${sep}${folder}` : dirname(submission);
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(realpathSync(folder) + sep);
}
