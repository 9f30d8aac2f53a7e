/** What is said in one language is said in the other: same pages, same sections, same code, same pictures, same slides. */
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf } from './code-blocks.ts';
import { languages } from './languages.ts';
import { type Page, pages, textOf } from './pages.ts';
import { deckOf } from './slides/from-chapter.ts';

const all = pages();
const inLanguage = (language: string) => all.filter((page) => page.language === language);
const others = languages.filter((language) => language !== 'en' && inLanguage(language).length > 0);
const nameOf = ({ part, source }: Page) => `${part}: ${basename(source)}`;

describe.each(others)('%s', (language) => {
  test('has the same pages', () => {
    expect(inLanguage(language).map(nameOf)).toEqual(inLanguage('en').map(nameOf));
  });

  test.each(inLanguage(language).map((page) => ({ page, source: page.source })))(
    '$source has the same …',
    ({ page }) => {
      const original = inLanguage('en').find((each) => nameOf(each) === nameOf(page));
      expect(original && shapeOf(page)).toEqual(original && shapeOf(original));
    },
  );
});

test('the shape of a page is more than nothing', () => {
  for (const page of inLanguage('en')) expect(shapeOf(page).headings.length, page.source).toBeGreaterThan(1);
});

/** What a translator leaves as it is. Words in code that is to be read, as in output and diagrams, may be translated. */
function shapeOf(page: Page) {
  const text = textOf(page);
  const blocks = blocksOf(text);
  const prose = text.replaceAll(/^ *```.*?^ *```$/gms, '');
  return {
    headings: [...prose.matchAll(/^(#+) /gm)].map(([, level]) => level),
    commands: blocks
      .filter(({ language }) => language === 'sh')
      .map(({ code, notRun }) => [code, notRun !== undefined]),
    blocks: blocks.map(({ language }) => language),
    skeletons: blocks.filter(({ language }) => language === 'ts').map(({ code }) => skeleton(code)),
    tables: [...prose.matchAll(/^\|.*\|$/gm)].length,
    figures: [...prose.matchAll(/!\[.*?\]\((.*?)\)/g)].map(([, file = '']) => basename(file)),
    links: [...prose.matchAll(/(?<!!)\[.*?\]\((.*?)\)/g)].map(([, target = '']) => linked(target)).sort(),
    code: [
      ...new Set(
        [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code.replace('.ja.md', '.md')).filter(isCode),
      ),
    ].sort(),
    slides: deckOf(text).slides.map(({ picture }) => picture?.kind ?? 'text'),
  };
}

/** A name or a command; what else stands in code font may be words. */
const isCode = (span: string): boolean => /^[!-~]+$|^(npx|npm|pnpm|docker) /.test(span);

/** Texts and comments in code are for people. */
const skeleton = (code: string): string =>
  code
    .replaceAll(/\/\/.*$/gm, '')
    .replaceAll(/'(?!@weekend)[^'\n]*'/g, "''")
    .replaceAll(/`[^`]*`/g, '``')
    .replaceAll(/\s+/g, ' ');

/** An anchor is a heading, and those are translated. */
const linked = (target: string): string =>
  target
    .replace(/#.*$/, '')
    .replace('.ja.md', '.md')
    .replace(/\/(en|ja)\//, '/')
    .replace(/^.*\/docs\//, '');
