/** Who has handed something in: a folder or an archive for each student, by its name. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from '../../cannot-run.ts';
import { say } from '../../words/say.ts';
import { type Entry, Refused, size } from './entry.ts';
import { entriesOfFolder } from './folder.ts';
import { entriesOfTar } from './tar.ts';
import { entriesOfZip } from './zip.ts';

export interface Student {
  /** The folder's name, or the archive's without its ending; with it where two would be the same. */
  name: string;
  path: string;
  kind: 'folder' | 'zip' | 'tar' | 'link' | 'other';
}

/** No archive is larger, as it is handed in. */
const mostPacked = 64 * 2 ** 20;

const zipName = /\.zip$/i;
const tarName = /\.(tar|tar\.gz|tgz)$/i;

/** In the order of their names. Hidden files are nobody's. */
export function studentsIn(folder: string): Student[] {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    const isFile = (error as NodeJS.ErrnoException).code === 'ENOTDIR';
    const is = say(isFile ? 'class-folder-is-file' : 'class-folder-unreadable');
    throw new CannotRun(say('class-no-folder', { attempt: say('do-grade-class'), folder, is }));
  }
  const students = names.map((name) => student(folder, name));
  const bare = students.map(({ name }) => name);
  return students.map((each, i) =>
    bare.indexOf(each.name) === i && bare.lastIndexOf(each.name) === i ? each : { ...each, name: names[i] as string },
  );
}

function student(folder: string, file: string): Student {
  const path = join(folder, file);
  const found = lstatSync(path);
  const name = file.replace(zipName, '').replace(tarName, '');
  if (found.isSymbolicLink()) return { name, path, kind: 'link' };
  if (found.isDirectory()) return { name: file, path, kind: 'folder' };
  if (!found.isFile()) return { name: file, path, kind: 'other' };
  return { name, path, kind: zipName.test(file) ? 'zip' : tarName.test(file) ? 'tar' : 'other' };
}

/** Hands `use` what is in a submission. Throws `Refused` where that can not be taken. */
export async function withEntries<T>(
  { path, kind }: Student,
  use: (entries: readonly Entry[]) => Promise<T>,
): Promise<T> {
  switch (kind) {
    case 'folder':
      return use(await entriesOfFolder(path));
    case 'tar':
      mustBeSmall(path);
      return use(await entriesOfTar(path).catch(damaged));
    case 'zip': {
      mustBeSmall(path);
      const { entries, close } = await entriesOfZip(path).catch(damaged);
      try {
        return await use(entries);
      } finally {
        close();
      }
    }
    case 'link':
      throw new Refused('it is a symbolic link; wanted a folder, or an archive (.zip, .tar, .tar.gz, .tgz)');
    case 'other':
      throw new Refused(
        'it is no folder and no archive that we can open; wanted a folder, .zip, .tar, .tar.gz or .tgz',
      );
    default:
      return kind satisfies never;
  }
}

function mustBeSmall(path: string): void {
  const bytes = lstatSync(path).size;
  if (bytes > mostPacked) throw new Refused(`its archive has ${size(bytes)}; wanted ${size(mostPacked)} at most`);
}

function damaged(error: unknown): never {
  if (error instanceof Refused) throw error;
  throw new Refused(`its archive can not be read: ${error instanceof Error ? error.message : error}`);
}
