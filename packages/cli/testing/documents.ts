/** What students and mentors read, and the commands that it tells them to type. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/places.ts';

export interface Document {
  /** From the root. */
  path: string;
  text: string;
}

export const documents: readonly Document[] = ['README.md', ...markdownIn('docs'), ...markdownIn('exercises')].map(
  (path) => ({ path, text: readFileSync(join(root, path), 'utf8') }),
);

function markdownIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : markdownIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** The words behind each `npx weekend`, up to the end of the code or to a comment. */
export function commandsIn(text: string): string[][] {
  return [...text.matchAll(/(?:npx|pnpm) weekend ([^\n`|<)"”」]*)/g)].map(([, rest = '']) => {
    const words = (rest.split(/ #|&&|\s[>;]/)[0] as string).trim().split(/\s+/);
    // In a Japanese sentence the next word is no part of the command.
    const end = words.findIndex((word) => word === '' || /[^\x20-\x7e…]/.test(word));
    return end < 0 ? words : words.slice(0, end);
  });
}
