/** Raises the fence around a submission in this thread: from now on it reaches the framework, its own files, no more. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { deepFreeze } from './deep-freeze.ts';
import { takeAwayGlobals } from './globals.ts';
import { onlyImports } from './imports.ts';

export interface Fence {
  /** The absolute path of the submission, links followed. */
  file: string;
  /** The packages that it may import. */
  imports: readonly string[];
  /** Other submissions that are loaded beside it, each behind a fence of its own. */
  others?: readonly string[];
}

/** Call it once, before the submission is loaded and after everything else is. */
export async function raise({ file, imports, others = [] }: Fence): Promise<void> {
  for (const name of imports) deepFreeze(await import(name));
  for (const each of [file, ...others]) registerHooks(onlyImports(each, imports));
  takeAwayGlobals();
}

/** The URL of a module that raises this fence in the thread that imports it. */
export function asModule({ file, imports }: Fence): string {
  const url = new URL('./fence-of-a-thread.ts', import.meta.url);
  url.searchParams.set('file', file);
  for (const name of imports) url.searchParams.append('import', name);
  return url.href;
}

/** What `asModule` put into a URL. */
export function fromModule(url: string): Fence {
  const { searchParams } = new URL(url);
  return { file: searchParams.get('file') ?? '', imports: searchParams.getAll('import') };
}

export const urlOf = (file: string): string => pathToFileURL(file).href;
