/** The pieces of code of a page, each with what its chapter says of it. */

export interface Block {
  /** `ts`, `sh`, `text`, `mermaid`. */
  language: string;
  /** Why it is not run by a test, where it says so: "```sh not-run: goes on until Ctrl-C". */
  notRun: string | undefined;
  code: string;
  /** The heading above. */
  heading: string;
  /** What the chapter prints below it. */
  output: string | undefined;
}

/** Blocks in lists are indented. */
const block = /^( *)```(\w+)(?: not-run: ([^\n]*))?\n(.*?)^\1```$/gms;

export function blocksOf(markdown: string): Block[] {
  const found = [...markdown.matchAll(block)];
  return found.map((match, index) => {
    const [whole, indent = '', language = '', notRun, code = ''] = match;
    const next = found[index + 1];
    const between = next && markdown.slice(match.index + whole.length, next.index);
    return {
      language,
      notRun,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      heading:
        markdown
          .slice(0, match.index)
          .match(/^#+ .*$/gm)
          ?.at(-1) ?? '',
      output: next?.[2] === 'text' && between?.trim() === '' ? next[4] : undefined,
    };
  });
}
