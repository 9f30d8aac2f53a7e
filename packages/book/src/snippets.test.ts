/** Every piece of code in the book runs as it stands, and prints what stands below it; in each language. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { blocksOf } from './code-blocks.ts';
import { pages, textOf } from './pages.ts';

// In this package, so that the code finds what it imports.
const results = join(import.meta.dirname, '../.results');
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(join(results, 'snippets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = pages().map((page) => ({
  page,
  source: page.source,
  pieces: blocksOf(textOf(page)).filter(({ language }) => language === 'ts'),
}));

describe.each(written.filter(({ pieces }) => pieces.length > 0))('$source', ({ page, pieces }) => {
  test.concurrent.each(pieces.map((piece, index) => ({ ...piece, index })))(
    '$heading: the code prints what the book says',
    { timeout: 120_000 },
    async ({ code, output, index }) => {
      const file = join(folder, `${page.language}-${basename(page.source, '.md')}-${index}.ts`);
      writeFileSync(file, code);
      const child = spawn(process.execPath, ['--no-warnings', file]);
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
      expect(stderr).toBe('');
      expect(stdout).toBe(output);
    },
  );
});

test('a chapter of ideas has code in nearly every section', () => {
  for (const { source, pieces } of written.filter(({ page }) => /^book.*\/0[12]-/.test(page.source)))
    expect(pieces.length, source).toBeGreaterThan(10);
});
