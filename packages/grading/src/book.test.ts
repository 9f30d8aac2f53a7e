/** Runs every piece of code of the book's chapters about stages, in each language that they are there in. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const book = join(import.meta.dirname, '../../../docs/book');
const names = ['01-concurrency.md', '02-consistency.md'];
// In this package, so that the code finds what it imports.
const results = join(import.meta.dirname, '../.results');
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(join(results, 'book-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Code, and the output that is printed below it. */
const piece = /^```ts\n(.*?)^```\n+(?:^```text\n(.*?)^```)?/gms;

const chapters = readdirSync(book).flatMap((language) =>
  readdirSync(join(book, language)).flatMap((name) => (names.includes(name) ? [{ language, name }] : [])),
);

test('every chapter is there', () => {
  expect(new Set(chapters.map(({ name }) => name))).toEqual(new Set(names));
});

describe.each(chapters)('$name in $language', ({ language, name }) => {
  const text = readFileSync(join(book, language, name), 'utf8');
  const pieces = [...text.matchAll(piece)].map(([, code, output], index) => ({
    heading:
      text
        .slice(0, text.indexOf(code as string))
        .match(/^## .*$/gm)
        ?.at(-1) ?? `piece ${index}`,
    code: code as string,
    output,
    file: join(folder, `${language}-${name}-${index}.ts`),
  }));

  test('has code in every section', () => {
    const headings = new Set(pieces.map(({ heading }) => heading));
    expect(pieces.length).toBeGreaterThan(10);
    expect(
      text
        .match(/^## .*$/gm)
        ?.slice(0, -1)
        .filter((heading) => !headings.has(heading)),
    ).toEqual([]);
  });

  test.each(pieces)('$heading: the code prints what the book says', ({ code, output, file }) => {
    writeFileSync(file, code);
    const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe(output);
  });
});
