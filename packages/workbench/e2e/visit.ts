/** What the walks through the pages share: a browser that is closed again, pictures for whoever looks, and axe. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { launch } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = join(import.meta.dirname, '../.results/pages');

/** A page answers when it can: the machine may be busy. In milliseconds. */
export const patience = 120_000;

export interface Visit {
  page: Page;
  context: BrowserContext;
  browser: Browser;
  origin: string;
  /** What the browser complained about: a style that was refused, an error nobody caught. */
  complaints: string[];
}

export async function visit({ onTestFinished }: TestContext, link: string): Promise<Visit> {
  const browser = await launch();
  onTestFinished(() => browser.close());
  // Without motion, so that a picture is taken of what is, and not of what fades.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(link);
  return { page, context, browser, origin: new URL(link).origin, complaints };
}

const widths = { 360: 780, 1280: 800, 1920: 1080 };

/** Pictures at each width, by day and by night. Answers where a page is wider than the window. */
export async function pictured({ page }: Visit, name: string): Promise<string[]> {
  mkdirSync(pictures, { recursive: true });
  const tooWide: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of Object.entries(widths)) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: Number(width), height });
      const picture = `${name}-${width}-${colorScheme}`;
      await page.screenshot({ path: join(pictures, `${picture}.png`) });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (wide) tooWide.push(picture);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  return tooWide;
}

/** What axe finds, by day and by night: one sentence each. */
export async function axeFinds({ page }: Visit): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
    const sentences = await page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await run.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
    });
    found.push(...sentences.map((sentence) => `${colorScheme}: ${sentence}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
