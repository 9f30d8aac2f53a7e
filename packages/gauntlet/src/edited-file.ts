/**
 * Files that are loaded with one passage changed, named by URL: `election.ts?edit=12-20&with=text`. Nothing is written to the
 * disk, and the imports of such a file lead where the file's own do. Importing this module makes the thread understand them.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { countTurns } from './loops.ts';

export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The URL of `entry`, which imports `file` (or is it), with this passage of `file` changed. */
export function urlOfEdited(entry: string, file: string, { start, end, text }: Edit): string {
  const url = pathToFileURL(entry);
  url.search = new URLSearchParams({ file: basename(file), edit: `${start}-${end}`, with: text }).toString();
  return url.href;
}

/** So many turns of its loops are without end. */
const mostTurns = 3e5;
let turns = 0;

export const forgetTurns = (): void => {
  turns = 0;
};

Object.assign(globalThis, {
  countTurn: () => {
    turns += 1;
    if (turns > mostTurns) throw new Error(`a loop without end: ${mostTurns} turns`);
  },
});

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const edited = context.parentURL && editOf(context.parentURL);
    const isNeighbour = specifier.startsWith('./');
    return edited && isNeighbour
      ? { ...found, url: `${found.url}${new URL(context.parentURL as string).search}` }
      : found;
  },
  load(url, context, next) {
    const edit = editOf(url);
    if (!edit) return next(url, context);
    const path = fileURLToPath(url);
    const text = readFileSync(path, 'utf8');
    const changed = basename(path) === edit.file ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
    const source = countTurns(path, stripTypeScriptTypes(changed));
    return { format: 'module', source, shortCircuit: true };
  },
});

function editOf(url: string): (Edit & { file: string }) | undefined {
  if (!url.startsWith('file:')) return undefined;
  const query = new URL(url).searchParams;
  const [start, end] = (query.get('edit') ?? '').split('-').map(Number);
  const file = query.get('file');
  if (file === null || start === undefined || end === undefined) return undefined;
  return { file, start, end, text: query.get('with') ?? '' };
}
