/** A file as a link that a terminal opens (OSC 8), and as a plain path where that would be noise. */
import { pathToFileURL } from 'node:url';
import { isPlain } from '../paper.ts';

/** `label` is what one reads. Terminals that know no links show it alone. */
export function link(label: string, file: string, line?: number): string {
  if (isPlain() || !understands()) return label;
  const url = `${target(file)}${line === undefined ? '' : lineMark(line)}`;
  return `\u001b]8;;${url}\u001b\\${label}\u001b]8;;\u001b\\`;
}

const inVsCode = (): boolean => process.env.TERM_PROGRAM === 'vscode';

/** VS Code's terminal opens file links itself, at a line. Elsewhere the system opens the file. */
const target = (file: string): string => pathToFileURL(file).href;
const lineMark = (line: number): string => (inVsCode() ? `#L${line}` : `#${line}`);

/** The Linux console prints what it does not know. */
const understands = (): boolean => process.env.TERM !== 'dumb' && process.env.TERM !== 'linux';
