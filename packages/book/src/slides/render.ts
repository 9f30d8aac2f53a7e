/** A deck as one HTML file that needs nothing else: Marp lays the slides out, a little script turns the pages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Marp } from '@marp-team/marp-core';
import { draw } from '../diagrams/draw.ts';
import { joined, joinedLines } from '../joined-lines.ts';
import { type Language, words } from '../languages.ts';
import { type Page, textOf } from '../pages.ts';
import { docs } from '../places.ts';
import { type Deck, deckOf, type Picture, type Slide } from './from-chapter.ts';

const here = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

export function renderDeck(page: Page): string {
  const deck = deckOf(textOf(page));
  const marp = new Marp({ html: true, script: false, emoji: { shortcode: false, unicode: false } });
  marp.use(joinedLines);
  marp.themeSet.default = marp.themeSet.add(here('theme.css') + here('../diagrams/drawn.css'));
  const { html, css, comments } = marp.render(markdownOf(deck, page), { htmlAsArray: true });
  return shell(page, html, css, comments);
}

function markdownOf({ title, slides }: Deck, page: Page): string {
  const cover = `<!-- _class: cover -->\n<!-- _paginate: false -->\n\n# ${title}\n\n${words[page.language].title}`;
  return [
    '---\npaginate: true\n---',
    [cover, ...slides.map((slide) => markdownOfSlide(slide, page))].join('\n\n---\n\n'),
  ].join('\n\n');
}

function markdownOfSlide({ title, text, picture, notes }: Slide, page: Page): string {
  const svg = picture && drawn(picture, page).replaceAll(/\n\s*/g, ' ');
  const head = `## ${title}`;
  const body =
    svg === undefined
      ? text
      : text === ''
        ? `<div class="picture alone">${svg}</div>`
        : `<div class="${isWide(svg) ? 'rows' : 'columns'}">\n<div class="picture">${svg}</div>\n<div>\n\n${text}\n\n</div>\n</div>`;
  return [`<!-- _class: ${isLong(text) ? 'long' : 'short'} -->`, head, body, `<!--\n${joined(notes)}\n-->`].join(
    '\n\n',
  );
}

/** Slides stand on white: dark rooms are the projector's business. */
function drawn(picture: Picture, page: Page): string {
  if (picture.kind === 'mermaid') return draw(picture.code);
  const svg = readFileSync(join(dirname(join(docs, page.source)), picture.file), 'utf8');
  return svg
    .replace(/<style>.*?<\/style>/s, '')
    .replace('<svg ', `<svg role="img" aria-label="${picture.words.replaceAll('"', '&quot;')}" `);
}

/** What is more than twice as wide as high stands above the text, everything else beside it. */
function isWide(svg: string): boolean {
  const [, width = 1, height = 1] = svg.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/)?.map(Number) ?? [];
  return width / height > 2;
}

const isLong = (text: string): boolean => text.split('\n').length > 13;

function shell({ language, title }: Page, slides: readonly string[], css: string, notes: readonly string[][]): string {
  const all = slides.map(
    (slide, index) =>
      `<div class="page" id="p${index + 1}"><div class="marpit">${slide}</div><aside class="notes">${(notes[index] ?? []).map(escaped).join('\n')}</aside></div>`,
  );
  return `<!doctype html>
<html lang="${language satisfies Language}">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title>
<style>${inter()}${css}</style>
<style>${here('shell.css')}</style>
</head>
<body>
${all.join('\n')}
<script>${here('shell.js')}</script>
</body>
</html>
`;
}

/** The letters of the site, taken along, so that a slide looks alike on every machine. Japanese ones are the machine's. */
function inter(): string {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('vitepress/theme')), 'fonts');
  const data = readFileSync(join(fonts, 'inter-roman-latin.woff2')).toString('base64');
  return `@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${data}) format('woff2'); }\n`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
