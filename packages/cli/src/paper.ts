/** Text for people: 80 columns wide, in colour on a terminal and plain anywhere else. */
import { stripVTControlCharacters, styleText } from 'node:util';
import stringWidth from 'string-width';

export const width = 80;

/** No colours, no links, nothing drawn over: asked for by `--plain`, and so where stdout is no terminal. */
export const isPlain = (): boolean => process.env.WEEKEND_PLAIN === '1' || process.stdout.isTTY !== true;

/** Plain where stdout is no terminal, or where NO_COLOR says so. */
export function paint(style: 'green' | 'red' | 'yellow' | 'dim' | 'bold' | 'cyan', text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/**
 * Breaks a text into lines, between its words where that is possible. The first line has `first` before it, the others as
 * much blank.
 */
export function wrapped(text: string, first = '', columns = width): string[] {
  const indent = ' '.repeat(length(first));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const { blank, word } of wordsOf(text, columns - length(first))) {
    if (!empty && length(line) + blank.length + length(word) > columns) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : blank + word;
    empty = false;
  }
  return [...lines, line];
}

/** What is not broken, with the blank that comes before it in a line. */
interface Word {
  blank: '' | ' ';
  word: string;
}

/** Japanese has no blanks: a line may break after each letter, but for those that do not begin a line or end one. */
const japanese =
  /([「『（]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々][、。，．）」』！？・：ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]*)/u;

function wordsOf(text: string, most: number): Word[] {
  return text.split(/\s+/).flatMap((word) => (word === '' ? [] : partsOf(word, most)));
}

/** The parts of what stands between two blanks: most often one. */
function partsOf(text: string, most: number): Word[] {
  return text
    .split(japanese)
    .filter((part) => part !== '')
    .flatMap((part) => pieces(part, most))
    .map((word, i) => ({ blank: i === 0 ? ' ' : '', word }));
}

/** A word that fits in no line, in pieces that do. */
function pieces(word: string, most: number): string[] {
  if (length(word) <= most) return [word];
  const found = [''];
  for (const letter of word) {
    if (length(found.at(-1) + letter) > most) found.push('');
    found.push(`${found.pop()}${letter}`);
  }
  return found;
}

/** As much of a text as fits in one line that has `first` before it. */
export function clipped(text: string, first = ''): string {
  const line = `${first}${text.replaceAll(/\s+/g, ' ')}`;
  return cut(line, width);
}

/** As much of one line as fits. Without colours where it has to be cut. */
export function cut(line: string, columns: number): string {
  if (length(line) <= columns) return line;
  let fits = '';
  for (const letter of stripVTControlCharacters(line)) {
    if (length(fits + letter) > columns - 1) break;
    fits += letter;
  }
  return `${fits}…`;
}

/** A text, wrapped, with another one at the right edge of its first line. */
export function withRight(text: string, first: string, right: string): string[] {
  const [line = '', ...rest] = wrapped(text, first, width - length(right) - 2);
  return [`${line}${' '.repeat(width - length(line) - length(right))}${right}`.trimEnd(), ...rest];
}

/** How many columns a text takes. Colours take none, and the letters of East Asia two. */
export function length(text: string): number {
  // Links are not among the control characters that string-width knows.
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(stripVTControlCharacters(text));
}

/** What somebody else's program printed, with nothing in it that moves the cursor. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
