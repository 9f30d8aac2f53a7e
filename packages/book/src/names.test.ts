/** Every file, handler, field, message and package that a page names in `code` is there, under that name. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf } from './code-blocks.ts';
import { pages, textOf } from './pages.ts';
import { root } from './places.ts';

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));

/** What programs are made of: every name in every source of the repository, but for the book's own. */
const names = new Set(
  files
    .filter((path) => /^(packages|exercises|solutions)\/.*[.]ts$/.test(path) && !path.startsWith('packages/book/'))
    .flatMap((path) => readFileSync(join(root, path), 'utf8').match(/[A-Za-z_$][\w$]*/g) ?? []),
);

/** Made by a command, so not in the repository. */
const made = [
  'docker-compose.yml',
  '.weekend/',
  'node_modules/',
  'speed-up.svg',
  'exercises/01-concurrency/speed-up.svg',
];

/** Of JavaScript, Node and HTTP, and what a chapter invents. */
const language =
  /^(if|undefined|async|await|true|false|null|Map|Set|class|npm|npx|Kyoto|city|x|put|get|code font|sudo)$/;

/** The last part of a lineup or a flag, as `election=mine`. */
const flag = /^--?[\w-]+([ =]\S+)*$/;

const written = pages().map((page) => {
  const text = textOf(page);
  const own = new Set(blocksOf(text).flatMap(({ code }) => code.match(/[A-Za-z_$][\w$]*/g) ?? []));
  const prose = text.replaceAll(/^ *```.*?^ *```$/gms, '');
  return {
    source: page.source,
    own,
    spans: [...new Set([...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span))],
  };
});

describe.each(written)('$source', ({ spans, own }) => {
  test('names files that exist', () => {
    expect(spans.filter(isPath).filter((path) => !exists(path))).toEqual([]);
  });

  test('names of the code are names of the code', () => {
    const wrong = spans.filter(
      (span) => isName(span) && !span.split(/\W+/).every((part) => part === '' || isKnown(part, own)),
    );
    expect(wrong).toEqual([]);
  });
});

const isPath = (span: string): boolean =>
  /^[\w.@/-]+$/.test(span) && (/[.](ts|md|yml|svg|js)$/.test(span) || /\/$/.test(span)) && !span.startsWith('/');

const exists = (path: string): boolean =>
  made.includes(path) ||
  existsSync(join(root, path)) ||
  files.some((file) => file.endsWith(`/${path}`) || file.includes(`/${path}`));

/** One word, or several with dots: `state.role`, `world.save({ … })`, `@weekend/raft`. */
const isName = (span: string): boolean =>
  /^@?[A-Za-z_][\w./]*(\(.*\))?$/.test(span) &&
  !isPath(span) &&
  !flag.test(span) &&
  !/^[a-z]+$/.test(span) &&
  !language.test(span);

const isKnown = (part: string, own: ReadonlySet<string>): boolean =>
  names.has(part) || own.has(part) || language.test(part) || /^\d+$/.test(part);
