/**
 * A ```mermaid block as an SVG, drawn when the book is built: no browser is needed, nothing is loaded from anywhere, and its
 * colours are the page's, light or dark.
 */
import { createHash } from 'node:crypto';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { gantt } from './gantt.ts';

export function draw(code: string): string {
  const source = code.trim();
  return source.startsWith('gantt')
    ? gantt(source)
    : withoutStyle(renderMermaidSVG(forRenderer(source), looks), source);
}

/** The page defines these; `style.css` of the site, and of the slides. */
const looks = {
  bg: 'var(--diagram-background)',
  fg: 'var(--diagram-text)',
  accent: 'var(--diagram-accent)',
  transparent: true,
  padding: 12,
  nodeSpacing: 28,
  layerSpacing: 48,
};

/** The renderer knows `<br>` in labels, in this spelling. */
const forRenderer = (source: string): string => source.replaceAll('<br/>', '<br>');

/** What the SVG brings as style would load a font from far away; the page says it once for all. Ids are made this SVG's own. */
function withoutStyle(svg: string, source: string): string {
  const own = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return svg
    .replace(/<style>.*?<\/style>\s*/s, '')
    .replace(/ style="[^"]*"/, ' class="drawn"')
    .replaceAll(/ id="([^"]+)"/g, ` id="${own}-$1"`)
    .replaceAll('url(#', `url(#${own}-`)
    .replaceAll(/\n\s*/g, '\n');
}
