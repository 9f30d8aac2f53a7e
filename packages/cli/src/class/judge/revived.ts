/** An error of a handler's, as the judge throws it on: a new one, with its words and the frames of the student's file. */
import { BrokenContract, NotWritten } from '@weekend/protocol';
import type { ThrownError } from '../wire/words.ts';

/** `url`: what the submission is called on this side. */
export function revived({ name, message, frames }: ThrownError, folders: Folders): unknown {
  const said = clean(message);
  if (name === '') return said;
  if (name === 'NotWritten') return new NotWritten(said);
  if (name === 'BrokenContract') return new BrokenContract(said);
  const stack = [`${clean(name)}: ${said}`, ...framesHere(frames, folders)].join('\n');
  return Object.defineProperties(new Error(said), {
    name: { value: clean(name) },
    stack: { value: stack },
  });
}

/** Where the submission's folder is: as the sandbox sees it, and as the judge names it. Both are URLs that end in `/`. */
export interface Folders {
  inside: string;
  here: string;
}

/** Only frames of the submission, by its name on this side: `at onRequestVote (file:///…/election.ts:12:5)`. */
export function framesHere(frames: readonly string[], { inside, here }: Folders): string[] {
  return frames.flatMap((line) => {
    const [, name, url = '', place] = frame.exec(line) ?? [];
    if (!url.startsWith(inside)) return [];
    const at = `${here}${url.slice(inside.length)}:${place}`;
    return [name === undefined ? `    at ${at}` : `    at ${name} (${at})`];
  });
}

const frame = /^\s*at (?:async )?(?:([\w.$<> ]{1,100}) \()?(file:\/\/\/[\w./%@+~-]{1,1000}):(\d{1,7}:\d{1,7})\)?$/;

/** What is shown to people moves no cursor, paints nothing and turns no line around. */
const clean = (text: string): string => text.replaceAll(/[^\P{C}\n\t]/gu, '\ufffd');
