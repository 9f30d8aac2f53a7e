/** Makes sure that what somebody hands in is a file that can be read, before anything is done with it. */
import { accessSync, constants, lstatSync, type Stats } from 'node:fs';
import { extname, resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { say } from './words/say.ts';

const mostBytes = 2 ** 20;

const extensions = ['.ts', '.mts', '.js', '.mjs'];

/** The absolute path of a file that is there. */
export function submissionFile(path: string, attempt: string): string {
  const file = resolve(path);
  const refuse = (is: string) =>
    new CannotRun(say('file-refused', { attempt, file, is, endings: extensions.join(', ') }));
  const found = lookAt(file);
  if (!found) throw refuse(say('file-missing'));
  // Whose code would it be?
  if (found.isSymbolicLink()) throw refuse(say('file-link'));
  if (found.isDirectory()) throw refuse(say('file-folder'));
  if (!found.isFile()) throw refuse(say('file-not-plain'));
  if (found.size > mostBytes) throw refuse(say('file-large', { size: Math.round(found.size / 2 ** 20) }));
  if (!extensions.includes(extname(file))) throw refuse(say('file-no-module'));
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw refuse(say('file-unreadable'));
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
