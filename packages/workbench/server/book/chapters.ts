/** The chapters of the book as the page shows them: HTML, and their sections for the search. */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { draw } from '@weekend/book/draw';
import { joinedLines } from '@weekend/book/joined-lines';
import { type Page, pages, textOf } from '@weekend/book/pages';
import { slug as anchor } from '@weekend/book/slug';
import MarkdownIt from 'markdown-it';
import type { BookIndex, Chapter, Section } from '../wire.ts';
import { wordsOf } from '../words.ts';
import type { Pieces } from './pieces.ts';

/** The chapters of a language; those of English where there is no such language. */
export function bookOf(root: string, language: string, pieces: Pieces): BookIndex {
  const all = pages().filter(({ part }) => part === 'chapter' || part === 'appendix');
  const languages = [...new Set(all.map((page) => page.language))];
  const chosen = languages.find((each) => each === language) ?? 'en';
  const chapters = all.filter((page) => page.language === chosen).map((page) => chapterOf(root, page, pieces));
  return { language: chosen, languages, chapters };
}

const idOf = ({ source }: Pick<Page, 'source'>): string => posix.basename(source, '.md');

/** Drawn once for each text: some diagrams take long. */
const drawn = new Map<string, { text: string; chapter: Chapter }>();

function chapterOf(root: string, page: Page, pieces: Pieces): Chapter {
  const text = textOf(page);
  const known = drawn.get(page.source);
  if (known?.text === text) return known.chapter;
  const chapter = rendered(root, page, text, pieces);
  drawn.set(page.source, { text, chapter });
  return chapter;
}

function rendered(root: string, page: Page, text: string, pieces: Pieces): Chapter {
  // What a site's builder reads above a chapter, and what is for the slides, is not for readers.
  const markdown = text.replace(/^---\n.*?\n---\n/s, '').replaceAll(/^<!--.*?-->\n?/gms, '');
  const sections: Section[] = [];
  const html = rendererFor(root, page, pieces, sections).render(markdown);
  return { id: idOf(page), title: page.title, html, sections };
}

type Renderer = InstanceType<typeof MarkdownIt>;

/** HTML in a chapter is shown as text: what comes out holds no element that we did not make. */
function rendererFor(root: string, page: Page, pieces: Pieces, sections: Section[]): Renderer {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  const { escapeHtml } = markdown.utils;
  const { diagram } = wordsOf(page.language);
  markdown.core.ruler.push('sections', ({ tokens }) => cutIntoSections(tokens, page, sections));
  if (page.language === 'ja') markdown.use(joinedLines);
  markdown.renderer.rules.fence = (tokens, index) => {
    const { info, content } = tokens[index] as { info: string; content: string };
    const kind = info.trim();
    if (kind === 'mermaid') return figure(draw(content), diagram);
    const code = `<pre tabindex="0" class="code ${escapeHtml(kind)}"><code>${escapeHtml(content)}</code></pre>\n`;
    const url = kind === 'ts' ? pieces.add(content) : undefined;
    return url === undefined ? code : `<div class="piece" data-code="${escapeHtml(url)}">${code}</div>\n`;
  };
  markdown.renderer.rules.image = (tokens, index) => {
    const token = tokens[index] as (typeof tokens)[number];
    const source = String(token.attrGet('src') ?? '');
    const file = join(root, 'docs', dirname(page.source), source);
    const isOurs = file.startsWith(join(root, 'docs') + posix.sep) && file.endsWith('.svg');
    return isOurs ? figure(svg(file), diagram, token.content) : escapeHtml(token.content);
  };
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    const token = tokens[index] as (typeof tokens)[number];
    const href = target(page, String(token.attrGet('href') ?? ''));
    token.attrSet('href', href);
    if (/^https?:/.test(href)) token.attrSet('rel', 'noreferrer');
    return self.renderToken(tokens, index, options);
  };
  return markdown;
}

type Tokens = ReturnType<Renderer['parse']>;

/** Gives each heading the address that a link to it has, and collects what stands below it. */
function cutIntoSections(tokens: Tokens, page: Page, sections: Section[]): undefined {
  for (const [i, token] of tokens.entries()) {
    const words = tokens[i + 1]?.content ?? '';
    if (token.type === 'heading_open' && token.tag !== 'h1') {
      const id = slug(words);
      token.attrSet('id', `${idOf(page)}/${id}`);
      token.attrSet('tabindex', '-1');
      if (token.tag === 'h2') sections.push({ id, title: words, text: '' });
    }
    if (token.type === 'th_open' && words === '') sayNothing(token, tokens[i + 2]);
    const section = sections.at(-1) ?? firstOf(sections, page);
    if (token.type === 'inline') section.text += `${plain(token.content)}\n`;
  }
}

/** A corner of a table without words is no heading of anything. */
function sayNothing(open: Tokens[number], close: Tokens[number] | undefined): void {
  open.tag = 'td';
  if (close) close.tag = 'td';
}

/** Between chapters a link stays in the page; to a file of the repository it leads nowhere that a browser could show. */
function target(page: Page, href: string): string {
  if (/^https?:/.test(href)) return href;
  if (href.startsWith('#')) return `#/book/${idOf(page)}/${href.slice(1)}`;
  const [path = '', anchor] = href.split('#');
  const source = posix.join(posix.dirname(page.source), path);
  const found = pages().find((each) => each.source === source);
  return found ? `#/book/${idOf(found)}${anchor ? `/${anchor}` : ''}` : `#/book/${idOf(page)}`;
}

function firstOf(sections: Section[], { title }: Page): Section {
  const first = { id: '', title, text: '' };
  sections.push(first);
  return first;
}

/** Without its own style: the page gives its colours, light or dark. */
const svg = (file: string): string => readFileSync(file, 'utf8').replaceAll(/<style>.*?<\/style>/gs, '');

/** On a narrow screen it is scrolled, so the keyboard has to reach it. */
const figure = (svg: string, diagram: string, words = ''): string => {
  const label = words
    ? `role="img" aria-label="${words.replaceAll('"', '&quot;')}"`
    : `role="group" aria-label="${diagram}"`;
  return `<div class="drawing" tabindex="0" ${label}>${svg}</div>\n`;
};

const slug = (words: string): string => anchor(plain(words));

const plain = (text: string): string => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
