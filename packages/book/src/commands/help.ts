/** What `weekend --help` says, so that a command of the book can be held against it without being run. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';

const weekend = join(root, 'packages/cli/bin/weekend.js');
const asked = new Map<string, string>();

/** A sentence on what is wrong with `weekend WORDS`, or nothing. */
export function complaint(words: readonly string[]): string | undefined {
  const path: string[] = [];
  while (words[path.length] && commandsIn(helpFor(path)).has(words[path.length] as string))
    path.push(words[path.length] as string);
  const help = helpFor(path);
  const rest = words.slice(path.length);
  const name = ['weekend', ...path].join(' ');

  const flags = rest.filter((word) => word.startsWith('--')).map((word) => word.replace(/=.*$/, ''));
  const unknown = flags.find((flag) => !new RegExp(`(^|\\s)${flag}[\\s,]`, 'm').test(help));
  if (unknown) return `${name} has no flag ${unknown}`;

  const given = argumentsIn(rest, help);
  const [required, most] = room(help);
  if (given.length < required) return `${name} wants ${required} words after it, not "${given.join(' ')}"`;
  if (given.length > most) return `${name} knows no "${given.join(' ')}"`;
  const lost = /\bstage\b/.test(usage(help)) && given.find((word) => !/^[A-Z]+$/.test(word) && !stages.has(word));
  return lost ? `${name}: there is no stage ${lost}` : undefined;
}

function helpFor(path: readonly string[]): string {
  const key = path.join(' ');
  const known = asked.get(key);
  if (known !== undefined) return known;
  const help = execFileSync(process.execPath, [weekend, ...path, '--help'], { encoding: 'utf8' });
  asked.set(key, help);
  return help;
}

const usage = (help: string): string => help.match(/^Usage: (.*(?:\n +\S.*)*)/)?.[1] ?? '';

const commandsIn = (help: string): Set<string> =>
  new Set([...(help.split(/^Commands:$/m)[1] ?? '').matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name = '']) => name));

/** A flag that takes a value takes the word after it. */
function argumentsIn(words: readonly string[], help: string): string[] {
  const takesValue = (word: string) => new RegExp(`${word} <`).test(help);
  return words.filter((word, place) => {
    const before = words[place - 1];
    return !word.startsWith('-') && !(before?.startsWith('--') && takesValue(before));
  });
}

/** How few, and how many words may follow. */
function room(help: string): [number, number] {
  const places = usage(help).match(/[<[](?!options|command)[^\]>]+[\]>]/g) ?? [];
  const required = places.filter((place) => place.startsWith('<')).length;
  return [required, places.some((place) => place.includes('...')) ? Number.POSITIVE_INFINITY : places.length];
}

const stages = new Set(
  readdirSync(join(root, 'exercises'))
    .filter((name) => /^\d/.test(name))
    .flatMap((folder) => [folder, folder.slice(3), folder.slice(0, 2)]),
);
