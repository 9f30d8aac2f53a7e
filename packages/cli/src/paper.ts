/** Text for people: 80 columns wide, in colour on a terminal and plain anywhere else. */
import { stripVTControlCharacters, styleText } from 'node:util';

const width = 80;

/** Plain where stdout is no terminal, or where NO_COLOR says so. */
export function paint(style: 'green' | 'red' | 'yellow' | 'dim' | 'bold' | 'cyan', text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Breaks a text into lines, between its words where that is possible. The first line has `first` before it, the others as much blank. */
export function wrapped(text: string, first = '', columns = width): string[] {
  const indent = ' '.repeat(length(first));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of wordsOf(text, columns - length(first))) {
    if (!empty && length(line) + 1 + length(word) > columns) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** The words of a text, those that fit in no line in pieces. */
function wordsOf(text: string, most: number): string[] {
  return text.split(/\s+/).flatMap((word) => {
    if (length(word) <= most) return word === '' ? [] : [word];
    const letters = [...word];
    return Array.from({ length: Math.ceil(letters.length / most) }, (_, i) =>
      letters.slice(i * most, (i + 1) * most).join(''),
    );
  });
}

/** As much of a text as fits in one line that has `first` before it. */
export function clipped(text: string, first = ''): string {
  const line = `${first}${text.replaceAll(/\s+/g, ' ')}`;
  return length(line) <= width ? line : `${[...line].slice(0, width - 1).join('')}…`;
}

/** A text, wrapped, with another one at the right edge of its first line. */
export function withRight(text: string, first: string, right: string): string[] {
  const [line = '', ...rest] = wrapped(text, first, width - length(right) - 2);
  return [`${line}${' '.repeat(width - length(line) - length(right))}${right}`.trimEnd(), ...rest];
}

/** How many columns a text takes; colours take none. */
export function length(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

/** What somebody else's program printed, with nothing in it that moves the cursor. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
