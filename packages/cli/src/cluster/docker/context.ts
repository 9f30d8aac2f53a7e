/** What the image is made of, as .dockerignore says it: the same files that `docker build` would take. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { root } from '../../places.ts';
import { dockerfile } from '../container.ts';
import type { Item } from './archive.ts';

export interface Ignore {
  /** Paths from the root that go in, with everything below them. */
  included: readonly string[];
  /** Patterns of what does not, wherever it lies. */
  excluded: readonly string[];
}

/** Reads the shape that our file has: everything out by `*`, then what is in, then what of that is out again. */
export function readIgnore(text: string): Ignore {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [everything, ...rules] = lines;
  const included = rules.filter((line) => line.startsWith('!'));
  const excluded = rules.slice(included.length);
  if (everything !== '*' || excluded.some((line) => line.startsWith('!')))
    throw new Error('Cannot read .dockerignore: wanted "*", then lines with "!", then lines without');
  return { included: included.map((line) => line.slice(1)), excluded };
}

export function contextItems(): Item[] {
  const { included, excluded } = readIgnore(readFileSync(join(root, '.dockerignore'), 'utf8'));
  const files = included.flatMap((path) => filesBelow(path, excluded));
  return [...new Set([dockerfile, ...files])].map((name) => ({ kind: 'file', name, from: join(root, name) }));
}

/** Sorted, so that equal trees make equal images. Links are left out: the Dockerfile makes those that matter. */
function filesBelow(path: string, excluded: readonly string[]): string[] {
  if (excluded.some((pattern) => matchesGlob(path, pattern))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map(({ name }) => `${path}/${name}`)
    .sort()
    .flatMap((below) => filesBelow(below, excluded));
}
