/** A YAML file for Docker: its entries set apart, a heading on top, and nothing that its reader takes for a variable. */
import { Document, isMap, type Scalar } from 'yaml';

/** Equal contents give equal bytes. `heading`: what stands above, without the `#`. */
export function documentText(
  contents: { services: object; [entry: string]: unknown },
  heading: readonly string[],
): string {
  // Each service tells everything of itself: not every reader of YAML follows references, or a hundred of them.
  const file = new Document(contents, { aliasDuplicateObjects: false });
  file.commentBefore = heading.map((line) => (line === '' ? '' : ` ${line}`)).join('\n');
  setApart(file.contents);
  setApart(file.get('services'));
  return file.toString({ lineWidth: 0 });
}

/** An empty line before each entry but the first. */
function setApart(map: unknown): void {
  if (!isMap<Scalar>(map)) return;
  for (const { key } of map.items.slice(1)) key.spaceBefore = true;
}

/** Docker's readers take a `$` for the beginning of a variable. */
export const escaped = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, value.replaceAll('$', '$$$$')]));

/** What the nodes of a generated file are called. */
export const nodeNames = (count: number): string[] => Array.from({ length: count }, (_, i) => `node${i + 1}`);

/** The volume of a node. */
export const volumeOf = (id: string): string => `${id}-data`;
