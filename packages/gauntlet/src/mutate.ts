/** Machine-made mutants: every small change to a reference, each with a name that outlives edits elsewhere in the file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Edit } from './edited-file.ts';
import { changesAt } from './operators.ts';
import { type Node, parse, walk } from './syntax.ts';

export interface MachineMutant {
  /** `leadIfElected · operator · a < b → a <= b`: where, what, and the text before and after. */
  id: string;
  /** Where it stands now, for whoever looks for it. */
  line: number;
  edit: Edit;
}

export function mutantsOf(path: string, text = readFileSync(path, 'utf8')): MachineMutant[] {
  const source = ({ start, end }: Node) => text.slice(start, end);
  const found: MachineMutant[] = [];
  const seen = new Map<string, number>();
  const done = new Set<string>();
  walk(parse(path, text), (node, above) => {
    if (isOnlyTold(node, above)) return;
    for (const { name, start, end, text: changed } of changesAt(node, above, source)) {
      const key = `${start}-${end} ${changed}`;
      if (done.has(key) || text.slice(start, end) === changed) continue;
      done.add(key);
      const before = start === end ? lineAt(text, start) : text.slice(start, end);
      const id = `${basename(path, '.ts')} · ${functionAround(above)} · ${name} · ${short(before)} → ${short(changed)}`;
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      const line = text.slice(0, start).split('\n').length;
      found.push({ id: times === 1 ? id : `${id} (${times})`, line, edit: { start, end, text: changed } });
    }
  });
  return found;
}

/** What is said in an error, and types. */
const isOnlyTold = (node: Node, above: readonly Node[]): boolean =>
  [node, ...above].some(
    ({ type }) => type === 'TemplateLiteral' || type.startsWith('TSType') || type === 'ImportDeclaration',
  );

/** The innermost function that has a name, or the field that it is the value of. */
function functionAround(above: readonly Node[]): string {
  for (const [i, node] of above.entries()) {
    if (node.type === 'FunctionDeclaration' && node.id) return node.id.name;
    const outer = above[i + 1];
    const isFunction = node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
    if (!isFunction || !outer) continue;
    if (outer.type === 'Property' && outer.key.type === 'Identifier') return outer.key.name;
    if (outer.type === 'VariableDeclarator' && outer.id.type === 'Identifier') return outer.id.name;
  }
  return 'the file';
}

const lineAt = (text: string, start: number): string => text.slice(start).split('\n', 1)[0] as string;

/** On one line, without comments, and of long ones the two ends. */
function short(text: string): string {
  const line = text
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= 90 ? line : `${line.slice(0, 50)} … ${line.slice(-35)}`;
}
