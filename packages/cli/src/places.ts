/** Where things lie in the repository, and how a path is told to a person. */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** A file of the repository by its path from the root; any other by its whole path. Always with `/`. */
export function shown(file: string): string {
  const inside = relative(root, file);
  const outside = inside.startsWith('..') || isAbsolute(inside);
  return outside ? file : inside.split(sep).join('/');
}

/** Whether a file is the framework's or the grader's, and so nothing that a student wrote. */
export function isOurs(file: string): boolean {
  return /^packages\/[^/]+\/src\//.test(shown(file));
}

/** Whether two paths lead to one file. A path that leads nowhere is the same as no other. */
export function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
