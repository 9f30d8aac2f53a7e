/** Writes every chapter's slides: a page that turns itself, and a PDF where there is a Chromium. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, findChromium, noChromium } from '../chromium.ts';
import { languages, words } from '../languages.ts';
import { type Page, pages } from '../pages.ts';
import { slidesFolder } from '../places.ts';
import { renderDeck } from './render.ts';

const chapters = (): Page[] => pages().filter(({ part }) => part === 'chapter');

export async function buildSlides(folder = slidesFolder, { pdf = true } = {}): Promise<void> {
  const made = chapters().map((page) => {
    const html = join(folder, page.language, `${basename(page.source, '.md')}.html`);
    mkdirSync(dirname(html), { recursive: true });
    writeFileSync(html, renderDeck(page));
    return html;
  });
  writeContents(folder);
  console.log(`${made.length} decks of slides are in ${folder}.`);
  if (!pdf) return;
  const program = findChromium();
  if (!program) return console.log(`No PDF of them: ${noChromium}`);
  for (const html of made) await print(program, html);
  console.log(`Each also as a PDF.`);
}

const print = (program: string, html: string): Promise<void> =>
  chromium(program, [
    '--no-pdf-header-footer',
    `--print-to-pdf=${html.replace(/html$/, 'pdf')}`,
    pathToFileURL(html).href,
  ]);

/** One page for each language, which the site links to. */
function writeContents(folder: string): void {
  for (const language of languages) {
    const mine = chapters().filter((page) => page.language === language);
    if (mine.length === 0) continue;
    const say = words[language];
    const items = mine.map(({ source, title }) => {
      const name = basename(source, '.md');
      return `<li><a href="${name}.html">${title}</a> · <a href="${name}.pdf">PDF</a></li>`;
    });
    writeFileSync(
      join(folder, language, 'index.html'),
      `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${say.slides} · ${say.title}</title>
<style>body { max-width: 40em; margin: 3em auto; padding: 0 1em; font: 18px/1.8 system-ui, sans-serif; color-scheme: light dark; }</style>
<h1>${say.slides}</h1>
<p>${say.slideKeys}</p>
<ol start="0">
${items.join('\n')}
</ol>
<p><a href="../../${language}/index.html">${say.home}</a></p>
`,
    );
  }
}
