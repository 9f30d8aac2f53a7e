/**
 * A TypeScript file as the browser runs it: its types replaced by blanks, so that a line and column in a stack trace are those
 * of the file that the student sees. Syntax that would have to be rewritten, like an enum, Node refuses too.
 */
import { transformSync } from 'amaro';
import { init, parse } from 'es-module-lexer';

await init;

export type Stripped =
  | { kind: 'module'; text: string; imports: readonly Import[] }
  | { kind: 'wrong'; message: string; line: number; column: number };

export interface Import {
  specifier: string;
  /** Where the specifier stands in the text, without its quotes. */
  start: number;
  end: number;
  line: number;
  column: number;
}

/** JavaScript goes the same way, and its syntax is checked by it. */
export function strip(source: string): Stripped {
  // A byte order mark is no part of the text.
  const text = source.replace(/^\uFEFF/, '');
  try {
    const { code } = transformSync(text, { mode: 'strip-only' });
    return { kind: 'module', text: code, imports: importsOf(code) };
  } catch (error) {
    const { message, startLine: line = 1, startColumn: column = 0 } = error as SyntaxTrouble;
    return { kind: 'wrong', message: message.split('\n')[0] as string, line, column: column + 1 };
  }
}

/** What amaro throws: a plain object, no Error. */
interface SyntaxTrouble {
  message: string;
  startLine?: number;
  startColumn?: number;
}

function importsOf(code: string): Import[] {
  return parse(code)[0].flatMap(({ n: specifier, s, e, d }) => {
    // Computed when it runs, or `import.meta`: nothing that could be known here.
    if (specifier === undefined || d === -2) return [];
    const quotes = d > -1 ? 1 : 0;
    const start = s + quotes;
    const before = code.slice(0, start).split('\n');
    return [{ specifier, start, end: e - quotes, line: before.length, column: (before.at(-1) as string).length + 1 }];
  });
}

/** The text with each specifier replaced by what `lead` says of it. */
export function redirected(text: string, imports: readonly Import[], lead: (specifier: string) => string): string {
  let result = '';
  let at = 0;
  for (const { specifier, start, end } of imports) {
    result += text.slice(at, start) + lead(specifier);
    at = end;
  }
  return result + text.slice(at);
}
