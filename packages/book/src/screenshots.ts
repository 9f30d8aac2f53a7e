/** Pictures of the built book, to look at: some chapters, light and dark, wide and narrow, and some slides. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, findChromium, noChromium } from './chromium.ts';
import { languages } from './languages.ts';
import { screenshotsFolder, siteFolder, slidesFolder } from './places.ts';

const chapters = ['index', '01-concurrency', '03-raft', '05-hands-on', 'glossary'];
const slides = [
  ['03-raft', 6],
  ['03-raft', 14],
  ['06-consul', 5],
] as const;

export async function takeScreenshots(): Promise<void> {
  const program = findChromium();
  if (!program) return console.log(noChromium);
  mkdirSync(screenshotsFolder, { recursive: true });
  const take = (name: string, file: string, [width, height]: readonly [number, number], anchor = '') =>
    existsSync(file)
      ? chromium(program, [
          `--window-size=${width},${height}`,
          `--screenshot=${join(screenshotsFolder, `${name}.png`)}`,
          pathToFileURL(file).href + anchor,
        ])
      : Promise.resolve();
  for (const language of languages) {
    for (const chapter of chapters) {
      const file = join(siteFolder, language, `${chapter}.html`);
      await take(`${language}-${chapter}`, file, [1280, 3200]);
      await take(`${language}-${chapter}-narrow`, file, [500, 1600]);
    }
    for (const [deck, page] of slides)
      await take(
        `${language}-slide-${deck}-${page}`,
        join(slidesFolder, language, `${deck}.html`),
        [1280, 720],
        `#${page}`,
      );
  }
  console.log(`The pictures are in ${screenshotsFolder}.`);
}
