/** The files below a folder. Links are named and never followed. */
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Entry, mostEntries, tooMany } from './entry.ts';

/** What nobody hands in on purpose. */
const skipped = ['node_modules', '.git', '.weekend', '.turbo'];

export async function entriesOfFolder(root: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const found of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? found.name : `${folder}/${found.name}`;
      if (!found.isDirectory()) entries.push(await entryOf(root, path, found));
      else if (!skipped.includes(found.name)) folders.push(path);
      if (entries.length > mostEntries) throw tooMany();
    }
  }
  return entries;
}

async function entryOf(root: string, path: string, found: Dirent): Promise<Entry> {
  const whole = join(root, path);
  const kind = found.isFile() ? 'file' : found.isSymbolicLink() ? 'link' : 'other';
  const bytes = kind === 'file' ? (await lstat(whole)).size : 0;
  return { path, kind, bytes, read: () => readFile(whole) };
}
