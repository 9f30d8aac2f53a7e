/** Makes sure that what somebody hands in is a file that can be read, before anything is done with it. */
import { accessSync, constants, lstatSync, type Stats } from 'node:fs';
import { extname, resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';

const mostBytes = 2 ** 20;

const extensions = ['.ts', '.mts', '.js', '.mjs'];

/** The absolute path of a file that is there. */
export function submissionFile(path: string, attempt: string): string {
  const file = resolve(path);
  const refuse = (is: string) =>
    new CannotRun(`Cannot ${attempt}: ${file} ${is}; wanted a file that ends in ${extensions.join(', ')}.`);
  const found = lookAt(file);
  if (!found) throw refuse('does not exist');
  // Whose code would it be?
  if (found.isSymbolicLink()) throw refuse('is a symbolic link');
  if (found.isDirectory()) throw refuse('is a folder');
  if (!found.isFile()) throw refuse('is not a plain file');
  if (found.size > mostBytes) throw refuse(`has ${Math.round(found.size / 2 ** 20)} MB, and one MB is plenty`);
  if (!extensions.includes(extname(file))) throw refuse('is no TypeScript or JavaScript module');
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw refuse('may not be read by you');
  }
  return file;
}

/** Nothing too where a folder on the way is missing, or is no folder. */
function lookAt(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch {
    return undefined;
  }
}
