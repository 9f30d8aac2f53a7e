/** Builds the site, or serves it while somebody writes. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build as buildSite, createServer } from 'vitepress';
import { languages } from '../languages.ts';
import { pages } from '../pages.ts';
import { siteFolder, siteSource } from '../places.ts';
import { makeRelative } from './relative.ts';

/** The words of what is wrong with the command, for whoever typed it. */
export class Refused extends Error {}

export async function build(folder = siteFolder): Promise<void> {
  if (!mayBeReplaced(folder))
    throw new Refused(
      `Cannot build the book in ${resolve(folder)}: other files are there, and a build begins by emptying its folder. Name a new or empty one.`,
    );
  rmSync(folder, { recursive: true, force: true });
  process.env.WEEKEND_BOOK_SITE = folder;
  await buildSite(siteSource);
  makeRelative(folder);
  writeFileSync(join(folder, 'index.html'), entrance());
  console.log(`The book is in ${folder}: open index.html, or serve the folder from anywhere.`);
}

/** Our own, new, empty, or made by a build before: VitePress leaves this list of its pages. */
function mayBeReplaced(folder: string): boolean {
  if (folder === siteFolder || !existsSync(folder)) return true;
  return readdirSync(folder).length === 0 || existsSync(join(folder, 'hashmap.json'));
}

export async function dev(): Promise<void> {
  process.env.WEEKEND_BOOK_BASE = '/';
  const server = await createServer(siteSource, { host: '127.0.0.1' });
  await server.listen();
  server.printUrls();
}

/** Leads to the reader's language. */
function entrance(): string {
  const known = languages.filter((language) => pages().some((page) => page.language === language));
  return `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Raft Weekend</title>
<script>
  const known = ${JSON.stringify(known)};
  const wanted = navigator.languages.map((language) => language.slice(0, 2)).find((language) => known.includes(language));
  location.replace((wanted ?? 'en') + '/index.html');
</script>
${known.map((language) => `<p><a href="${language}/index.html">${language}</a></p>`).join('\n')}
`;
}
