/**
 * Picks the files of one stage out of a submission: its stub, by its name, and what that imports from its own folder.
 * Nothing else of a submission is ever copied.
 */
import { posix } from 'node:path';
import type { Stage } from '../../stages.ts';
import { type Entry, mostBytes, Refused, shortened, size } from './entry.ts';

/** By their paths from the stub's folder, the stub first. */
export type Picked = readonly { path: string; text: Buffer }[];

/** So many files may make a stage. */
const mostFiles = 24;

/** Folders in which files of the same name lie that are nobody's work of this stage. */
const notTheirs = /(^|\/)(solutions|node_modules|mutants|variants|\.[^/]+)\//;

/** Nothing if the stage was not handed in. Throws `Refused` if it was in a way that can not be taken. */
export async function pick(stage: Stage, entries: readonly Entry[]): Promise<Picked | undefined> {
  const stub = stubAmong(stage, entries);
  if (!stub) return undefined;
  const folder = posix.dirname(stub.path) === '.' ? '' : `${posix.dirname(stub.path)}/`;
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const picked = new Map<string, Buffer>();
  const waiting = [stub.path];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const entry = byPath.get(path);
    if (!entry || picked.has(path)) continue;
    if (picked.size === mostFiles) throw new Refused(`${stage.name}.ts is made of more than ${mostFiles} files`);
    const text = await textOf(entry);
    picked.set(path, text);
    for (const specifier of imported(text.toString('utf8'))) {
      const target = posix.join(posix.dirname(path), specifier);
      if (target.startsWith(folder)) waiting.push(target);
    }
  }
  return [...picked].map(([path, text]) => ({ path: path.slice(folder.length), text }));
}

/** `03-election/election.ts` before any other `election.ts`, and of those the one that lies least deep. */
function stubAmong(stage: Stage, entries: readonly Entry[]): Entry | undefined {
  const name = `${stage.name}.ts`;
  const named = entries.filter(({ path }) => posix.basename(path) === name && !notTheirs.test(path));
  const inItsFolder = named.filter(({ path }) => posix.basename(posix.dirname(path)) === stage.folder);
  const candidates = inItsFolder.length > 0 ? inItsFolder : named;
  const depth = ({ path }: Entry) => path.split('/').length;
  const least = Math.min(...candidates.map(depth));
  const [first, second] = candidates.filter((entry) => depth(entry) === least);
  if (first && second)
    throw new Refused(
      `it holds ${name} twice, as ${shortened(first.path)} and as ${shortened(second.path)}; wanted one`,
    );
  return first;
}

async function textOf({ path, kind, bytes, read }: Entry): Promise<Buffer> {
  const name = shortened(path);
  if (kind === 'link') throw new Refused(`${name} is a symbolic link; wanted the file itself`);
  if (kind === 'other') throw new Refused(`${name} is no plain file; wanted the file itself`);
  if (bytes > mostBytes) throw new Refused(`${name} has ${size(bytes)}; wanted ${size(mostBytes)} at most`);
  const text = await read();
  if (text.length > mostBytes) throw new Refused(`${name} has ${size(text.length)}; wanted ${size(mostBytes)} at most`);
  return text;
}

/** What a file seems to import from beside it. Too much does no harm: a file that is not there is not copied. */
function imported(text: string): string[] {
  const found = text.matchAll(/\b(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]{1,200}\.[cm]?[jt]s)\1/g);
  return [...found].map(([, , specifier]) => specifier as string);
}
