/** Writes a file whole or not at all: whoever reads it sees the old one or the new one. */
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Throws if the file cannot be written, or `meanwhile` throws; what was there before is then still there. */
export function writeWhole(file: string, text: string, meanwhile: () => void): void {
  // A folder in its place would let the rename fail in words that nobody understands.
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is a folder');
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    meanwhile();
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
