/** A file as a tree. */
import { type Node, parseSync, visitorKeys } from 'oxc-parser';

export type { Node } from 'oxc-parser';

export function parse(path: string, text: string): Node {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new SyntaxError(`Cannot read ${path}: ${error.message}`);
  return program;
}

/** Visits a node and all below it, each with those above it, the nearest first. */
export function walk(
  node: Node,
  visit: (node: Node, above: readonly Node[]) => void,
  above: readonly Node[] = [],
): void {
  visit(node, above);
  const inside = [node, ...above];
  for (const child of childrenOf(node)) walk(child, visit, inside);
}

function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, Node | readonly (Node | null)[] | null | undefined>;
  const children = (visitorKeys[node.type] ?? []).flatMap((key) => fields[key] ?? []);
  return children.filter((child) => child !== null);
}
