/** Where in the student's own files an error came from, out of a stack of Node's. */
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOurs } from '../places.ts';

const frame = /^at (?:async )?(?:(.+?) \()?(file:.+?):(\d+):(\d+)\)?$/;

/** `election.ts:12:5 in onRequestVote`, one for each frame that is not ours, the innermost first. */
export function theirFrames(stack: readonly string[], submission: string): string[] {
  return stack.flatMap((line) => {
    const match = frame.exec(line.trim());
    if (!match) return [];
    const [, name, url, row, column] = match as unknown as [string, string | undefined, string, string, string];
    const file = fileURLToPath(url);
    if (isOurs(file)) return [];
    const place = `${relative(dirname(submission), file)}:${row}:${column}`;
    return [name === undefined ? place : `${place} in ${name.replace(/^(Object|Module)\./, '')}`];
  });
}
