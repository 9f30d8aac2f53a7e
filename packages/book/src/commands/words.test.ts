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
});

function wrong(line: string): string | undefined {
  const [program, first = '', ...rest] = wordsOf(line);
  const words = first === 'weekend' ? ['weekend', ...rest] : rest;
  if ((program === 'npx' || program === 'pnpm') && words[0] === 'weekend') return complaint(rest);
  if (program === 'npx' && first === 'pnpm') return tool(rest);
  if (program === 'npm') return script(first === 'run' ? (rest[0] ?? '') : first);
  if (program === 'docker') return first === 'compose' ? undefined : `docker ${first} is not used here`;
  return program === 'curl' ? undefined : `nobody knows what ${program} is`;
}

/** A chapter's own piece is put into `try.ts`. */
function tool([name, file = '', of = '']: readonly string[]): string | undefined {
  if (name === '--filter') return script(of, file.replace('@', ''));
  if (name !== 'tsx') return `pnpm ${name} is not used here`;
  return existsSync(join(root, file)) || file.endsWith('/try.ts') ? undefined : `there is no ${file}`;
}

function script(name: string, folder = '.'): string | undefined {
  const { scripts } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return name in scripts ? undefined : `${join(folder, 'package.json')} has no script ${name}`;
}
