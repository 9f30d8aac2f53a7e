/** Saves, as the editors of this world do them, each told once and with its whole text. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../testing/submissions.ts';
import { follow } from './saves.ts';

/** A file that is followed. `next` resolves to the text of the next save, or to "gone". */
function followed(everyMs: number) {
  const file = join(temporaryFolder(), 'election.ts');
  writeFileSync(file, 'before');
  const told: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  const tell = (text: string): void => {
    const wait = waiting.shift();
    if (wait) wait(text);
    else told.push(text);
  };
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  follow([file], {
    everyMs,
    signal: ending.signal,
    onSave: () => tell(readFileSync(file, 'utf8')),
    onGone: () => tell('gone'),
  });
  const next = (): Promise<string> =>
    new Promise((resolve) => {
      const text = told.shift();
      if (text === undefined) waiting.push(resolve);
      else resolve(text);
    });
  return { file, next, told };
}

const hour = 3_600_000;

/** By the events of the system alone, and by looking alone: no event tells of a file that we never watch. */
test.for([
  ['the system tells', hour],
  ['we look', 20],
] as const)('%s: in place, by another file in its place, and through an empty one', async ([, everyMs]) => {
  const { file, next, told } = followed(everyMs);
  writeFileSync(file, 'in place');
  expect(await next()).toBe('in place');

  writeFileSync(`${file}~`, 'in its place');
  renameSync(`${file}~`, file);
  expect(await next()).toBe('in its place');

  writeFileSync(file, '');
  writeFileSync(file, 'through an empty one');
  expect(await next()).toBe('through an empty one');
  expect(told).toEqual([]);
});

test('a file that disappears is told, and is followed again when it is back', async () => {
  const { file, next } = followed(20);
  rmSync(file);
  expect(await next()).toBe('gone');
  writeFileSync(file, 'back');
  expect(await next()).toBe('back');
});

test('a module of the student’s beside it counts as well; a draft of the editor does not', async () => {
  const { file, next, told } = followed(20);
  writeFileSync(join(file, '..', '.election.ts.swp'), 'draft');
  writeFileSync(join(file, '..', 'election.test.ts'), 'test');
  writeFileSync(join(file, '..', 'helpers.ts'), 'export const help = 1;');
  expect(await next()).toBe('before');
  expect(told).toEqual([]);
});
