/**
 * What the site does to a chapter's Markdown besides what everybody does: it draws diagrams, puts figures into the page, so that
 * they take its colours, turns links between files into links between pages, and joins broken lines of Japanese.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { draw } from '../diagrams/draw.ts';
import { joinedLines } from '../joined-lines.ts';
import { pages } from '../pages.ts';
import { docs } from '../places.ts';

export function ours(markdown: MarkdownRenderer): void {
  const routes = new Map(pages().map(({ source, route }) => [source, route]));
  diagrams(markdown);
  figures(markdown);
  links(markdown, routes);
  joinedLines(markdown);
}

function diagrams({ renderer }: MarkdownRenderer): void {
  const code = renderer.rules.fence;
  renderer.rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token?.info.trim() === 'mermaid') return asFigure(draw(token.content));
    return code?.(tokens, index, options, env, self) ?? '';
  };
}

function figures({ renderer }: MarkdownRenderer): void {
  const image = renderer.rules.image;
  renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const file = join(dirname(join(docs, sourceOf(env))), token?.attrGet('src') ?? '');
    if (!file.endsWith('.svg')) return image?.(tokens, index, options, env, self) ?? '';
    return asFigure(readFileSync(file, 'utf8'), token?.content);
  };
}

/** VitePress compiles a page as a Vue template, which would read the SVG's text as its own. */
const asFigure = (svg: string, words?: string): string =>
  `<span class="diagram" v-pre${words ? ` role="img" aria-label="${words.replaceAll('"', '&quot;')}"` : ''}>${svg.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll('\n', '')}</span>`;

function links(markdown: MarkdownRenderer, routes: ReadonlyMap<string, string>): void {
  markdown.core.ruler.push('pages', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href !== null && !/^([a-z]+:|#)/.test(href)) lead(token, decodeURI(href), sourceOf(env), routes);
    }
  });
}

/** A link to a file that is no page of the site (a stub, a folder) is shown as the file's name, and leads nowhere. */
function lead(token: Token, href: string, source: string, routes: ReadonlyMap<string, string>): void {
  const [path = '', anchor] = href.split('#');
  const target = posix.join(posix.dirname(source), path);
  const [here, route] = [routes.get(source), routes.get(target)];
  if (here && route) token.attrSet('href', to(here, route) + (anchor ? `#${anchor}` : ''));
  else if (existsSync(join(docs, target))) nowhere(token, posix.relative('..', target));
}

interface Token {
  attrs: [string, string][] | null;
  attrSet(name: string, value: string): void;
}

const to = (here: string, route: string): string => {
  const path = posix.relative(posix.dirname(here), route);
  return path.startsWith('.') ? path : `./${path}`;
};

function nowhere(token: Token, file: string): void {
  token.attrs = [
    ['class', 'file'],
    ['title', file.replace(/^(\.\.\/)+/, '')],
  ];
}

/** Where the chapter is written, from `docs`; VitePress knows it by its route, too. */
function sourceOf(env: { path?: string; realPath?: string }): string {
  return relative(docs, env.realPath ?? env.path ?? '').replaceAll('\\', '/');
}
