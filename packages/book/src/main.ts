/** `pnpm book build` and its like: what makes the book out of docs/. */
import { parseArgs } from 'node:util';
import { drawFigures } from './figures/all.ts';
import { root } from './places.ts';
import { takeScreenshots } from './screenshots.ts';
import { build, dev, Refused } from './site/build.ts';
import { buildSlides } from './slides/build.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'no-pdf': { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
});
const [asked = '', folder] = positionals;
const pdf = !values['no-pdf'];

const commands: Record<string, { does: string; run: () => Promise<void> }> = {
  build: { does: 'the static site with the slides, in FOLDER or .weekend/book/site', run: () => buildAll() },
  dev: { does: 'the site while you write, on loopback', run: dev },
  figures: { does: 'the figures of docs/figures, by running the simulator', run: drawFigures },
  slides: { does: 'only the slides, as pages and PDF', run: () => buildSlides(folder, { pdf }) },
  screenshots: { does: 'pictures of some pages and slides, to look at', run: takeScreenshots },
};

const command = values.help ? undefined : commands[asked];
if (command) {
  // VitePress looks for Vue from here, and finds it only where everything is installed.
  process.chdir(root);
  await command.run().catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  });
} else {
  const list = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(12)}${does}`);
  console.log(['Usage: pnpm book COMMAND [FOLDER] [--no-pdf]', '', ...list].join('\n'));
  process.exitCode = asked === '' || values.help ? 0 : 2;
}

async function buildAll(): Promise<void> {
  await build(folder);
  await buildSlides(folder && `${folder}/slides`, { pdf });
}
