/** Every command that a page tells the reader to type, or names, is one that the programs understand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pages } from '../pages.ts';
import { root } from '../places.ts';
import { complaint } from './help.ts';
import { linesOf, namedIn, wordsOf } from './lines.ts';

const written = pages().map((page) => ({
  source: page.source,
  lines: [...linesOf(page), ...namedIn(page)].map(({ text }) => text),
}));

describe.each(written.filter(({ lines }) => lines.length > 0))('$source', ({ lines }) => {
  test.each([...new Set(lines)])('%s', { timeout: 60_000 }, (line) => {
    expect(wrong(line)).toBeUndefined();
  });
});

test('a command that there is not is found', () => {
  expect(wrong('npx weekend grad election')).toContain('knows no');
  expect(wrong('npx weekend grade elections')).toContain('there is no stage');
  expect(wrong('npx weekend grade election --quickly')).toContain('no flag');
  expect(wrong('npx weekend cluster kill')).toContain('wants 1');
  expect(wrong('npm run everything')).toContain('no script');
  expect(wrong('npm --prefix exercises/01-concurrency run slow-down')).toContain('no script');
  expect(wrong('npx tsx generate-decompose.ts 5')).toContain('there is no generate-decompose.ts');
  // Where pnpm is not installed, npx asks whether it may fetch it, and stops without a terminal.
  expect(wrong('npx pnpm book build')).toContain('nobody knows');
});

function wrong(line: string): string | undefined {
  const [program = '', first = '', ...rest] = wordsOf(line);
  switch (`${program} ${first}`) {
    case 'npx weekend':
    case 'pnpm weekend':
      return complaint(rest);
    case 'npx tsx':
      return file(rest[0] ?? '');
    case 'npm run':
      return script(rest[0] ?? '');
    case 'npm --prefix':
      return script(rest[2] ?? '', rest[0]);
    case 'docker compose':
      return undefined;
    default:
      if (program === 'npm') return script(first);
      return program === 'curl' ? undefined : `nobody knows what ${program} ${first} is`;
  }
}

/** A chapter's own piece is put into `try.ts`. */
function file(path: string): string | undefined {
  return existsSync(join(root, path)) || path.endsWith('/try.ts') ? undefined : `there is no ${path}`;
}

function script(name: string, folder = '.'): string | undefined {
  const { scripts } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return name in scripts ? undefined : `${join(folder, 'package.json')} has no script ${name}`;
}
