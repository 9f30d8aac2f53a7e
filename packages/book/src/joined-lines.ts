/**
 * A line break in the middle of a sentence becomes a blank on the page. Japanese has no blanks between its words, so there such
 * lines are joined as they are. Beside a Latin word or a number a blank is wanted, for that is how our chapters are written.
 */

/** A part of a paragraph, as Markdown renderers see it. */
interface Token {
  type: string;
  content: string;
  children: Token[] | null;
}

/** What is needed of a Markdown renderer: of the site's or of the slides'. */
interface Renderer {
  core: { ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
}

/** A rule for a Markdown renderer. */
export function joinedLines(markdown: Renderer): void {
  markdown.core.ruler.push('joined-lines', ({ tokens }) => {
    for (const { children } of tokens) if (children) join(children);
  });
}

/** The same for text that goes through no renderer. An item of a list begins a line of its own. */
export const joined = (text: string): string =>
  text.replaceAll(/(?<=(\S))\n *(?!(?:[-*+]|\d+\.) )(?=(\S))/gu, (asIs, before: string, after: string) =>
    between(before, after) === '' ? '' : asIs,
  );

function join(tokens: Token[]): void {
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'softbreak') continue;
    const before = [...textOf(tokens.slice(0, at))].at(-1);
    const [after] = textOf(tokens.slice(at + 1));
    if (before === undefined || after === undefined || between(before, after) !== '') continue;
    token.type = 'text';
    token.content = '';
  }
}

/** What a reader reads of them. */
const textOf = (tokens: readonly Token[]): string => tokens.map(({ content }) => content).join('');

/** What stands between the last character of a line and the first one of the next. */
function between(before: string, after: string): '' | '\n' {
  const isInside = japanese.test(before) && japanese.test(after);
  return isInside || punctuation.test(before) || punctuation.test(after) ? '' : '\n';
}

/** It brings its own room along. */
const punctuation = /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々\u3000-\u303f\uff00-\uffef]/u;
