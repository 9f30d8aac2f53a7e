/** Makes each turn of each loop count itself, so that a loop without end ends: the same everywhere, on a slow machine too. */
import { type Node, parse, walk } from './syntax.ts';

/** JavaScript whose loops call `countTurn()`, which is to be found on `globalThis`. */
export function countTurns(path: string, text: string): string {
  const inserts: [at: number, text: string][] = [];
  walk(parse(path, text), (node) => {
    if (isLoop(node)) inserts.push([node.body.start, '{ countTurn(); '], [node.body.end, ' }']);
  });
  let counted = text;
  // From the end, so that what is still to come stands where it stood.
  for (const [at, insert] of inserts.sort(([a], [b]) => b - a))
    counted = counted.slice(0, at) + insert + counted.slice(at);
  return counted;
}

const loops = ['ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement'] as const;

const isLoop = (node: Node): node is Extract<Node, { type: (typeof loops)[number] }> =>
  (loops as readonly string[]).includes(node.type);
