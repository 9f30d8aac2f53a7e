/** The built site: every link and anchor leads somewhere, the search finds in both languages, and it lies anywhere. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import MiniSearch from 'minisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../languages.ts';
import { pages } from '../pages.ts';
import { tokens } from '../tokens.ts';
import { inBrowser } from './browser.suite.ts';
import { build } from './build.ts';
import { type Built, builtSite } from './built.ts';
import { marker, relativeText } from './relative.ts';

let folder = '';
let site: Built;
beforeAll(async () => {
  site = await builtSite();
  folder = site.folder;
}, 300_000);
afterAll(() => site.remove());

const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const known = languages.filter((language) => pages().some((page) => page.language === language));

test('a folder with anything else in it is not emptied', async ({ onTestFinished }) => {
  const home = mkdtempSync(join(tmpdir(), 'weekend-book-home-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const diary = join(home, 'diary.txt');
  writeFileSync(diary, 'dear diary');
  await expect(build(home)).rejects.toThrow('other files are there');
  expect(readFileSync(diary, 'utf8')).toBe('dear diary');
});

test('every page is there, with its title', () => {
  for (const { route, title } of pages())
    expect(read(route.replace(/md$/, 'html')), route).toContain(`<title>${title} `);
});

test('every link and anchor of every page leads somewhere', () => {
  const html = files().filter((path) => path.endsWith('.html') && path !== '404.html');
  const dead = html.flatMap((path) => linksOf(path).filter(({ file, anchor }) => !leads(file, anchor)));
  expect(dead).toEqual([]);
});

interface Link {
  on: string;
  file: string;
  anchor: string | undefined;
}

function linksOf(on: string): Link[] {
  const hrefs = [...read(on).matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)].map(([, href = '']) => decodeURI(href));
  return hrefs
    .filter((href) => !/^[a-z]+:/.test(href))
    .map((href) => href.split('#'))
    .map(([file = '', anchor]) => ({ on, file: file === '' ? on : posix.join(dirname(on), file), anchor }));
}

/** A PDF is there where there is a Chromium. */
function leads(file: string, anchor: string | undefined): boolean {
  if (file.endsWith('.pdf')) return existsSync(join(folder, file.replace(/pdf$/, 'html')));
  return existsSync(join(folder, file)) && (!anchor || read(file).includes(` id="${anchor}"`));
}

test('no page depends on where the site lies, and none loads anything from elsewhere', () => {
  for (const path of files().filter((each) => /[.](html|css)$/.test(each))) {
    expect(read(path).match(/(?:href|src)="\/|url\(\/(?!\/)/), path).toBeNull();
    expect(read(path).match(/(?:<link[^>]*href|<script[^>]*src|<img[^>]*src)="https?:/), path).toBeNull();
  }
  for (const path of files().filter((each) => each.endsWith('.js')))
    expect(read(path).includes(`"${marker}"`) && !path.includes('localSearchIndex'), path).toBe(false);
});

test('a page at any depth knows where the book begins', () => {
  const html = `<head></head><a href="${marker}en/#x">x</a><script>window.__VP_SITE_DATA__=JSON.parse("{}");</script>`;
  expect(relativeText('en/mentor/a.html', html)).toContain('href="../../en/index.html#x"');
  expect(relativeText('index.html', html)).toContain('new URL("./",location.href)');
  expect(relativeText('en/a.html', html)).toContain('__VP_SITE_DATA__.base=window.bookBase</script>');
});

describe.each(
  [
    { language: 'en', asked: 'split vote', found: '/en/03-raft' },
    { language: 'en', asked: 'commit index', found: '/en/' },
    { language: 'en', asked: 'tombstone', found: '/en/02-consistency' },
    { language: 'ja', asked: 'リーダー選挙', found: '/ja/' },
    { language: 'ja', asked: '線形化可能', found: '/ja/' },
    { language: 'ja', asked: '任期', found: '/ja/' },
  ].filter(({ language }) => known.some((each) => each === language)),
)('the search, $language', ({ language, asked, found }) => {
  test(`finds ${asked}`, async () => {
    const index = await indexOf(language);
    const hits = index.search(asked, { combineWith: 'AND', prefix: true, fuzzy: 0.1 }).map(({ id }) => String(id));
    expect(
      hits.some((id) => id.includes(found)),
      hits.join('\n'),
    ).toBe(true);
  });
});

/** What the browser loads, loaded here. */
async function indexOf(language: string): Promise<MiniSearch> {
  const chunk = files().find((path) => path.includes(`@localSearchIndex${language}.`));
  const source = read(chunk ?? '').replaceAll('window.bookBase', JSON.stringify('/'));
  const { default: json } = await import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
  return MiniSearch.loadJSON(json, {
    fields: ['title', 'titles', 'text'],
    storeFields: ['title', 'titles'],
    tokenize: tokens,
  });
}

inBrowser(() => folder);
