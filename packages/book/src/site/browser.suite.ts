/** The site in a real browser: pages turn, the search finds, nothing is missing and nothing throws. Skipped where there is none. */
import type { Server } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, noChromium } from '../chromium.ts';
import { languages } from '../languages.ts';
import { pages } from '../pages.ts';
import { serve } from './built.ts';

const patient = { timeout: 300_000 };
const program = findChromium();
if (!program && process.env.CI) throw new Error(`Cannot test the site: ${noChromium}`);

/** What a reader looks for, and the page on which it is. */
const questions = { en: ['split vote', '03-raft'], ja: ['票割れ', '03-raft'] } as const;
const known = languages.filter((language) => pages().some((page) => page.language === language));

/** One build serves all tests, since VitePress has one place for what it is about to build. */
export const inBrowser = (folder: () => string) =>
  describe.skipIf(!program)('in a browser', patient, () => {
    let server: Server;
    let url = '';
    let browser: Browser;
    const troubles: string[] = [];

    beforeAll(async () => {
      ({ server, url } = await serve(folder()));
      const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
      browser = await chromium.launch({ executablePath: program as string, args });
    }, patient.timeout);

    afterAll(async () => {
      await browser?.close();
      server?.close();
    }, patient.timeout);

    const open = async (path: string): Promise<Page> => {
      const page = await browser.newPage();
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('console', (said) => said.type() === 'error' && troubles.push(said.text()));
      await page.goto(url + path);
      return page;
    };

    test.each(known)('a reader of %s turns the page, searches, and comes to where it is said', async (language) => {
      const page = await open(`${language}/index.html`);
      await page.locator('.VPSidebar a[href*="/01-concurrency"]').click();
      await page.waitForURL(/01-concurrency/);
      await page.locator('.vp-doc h1').waitFor();

      const [question, answer] = questions[language];
      await page.keyboard.press('Control+k');
      await page.locator('.VPLocalSearchBox input').fill(question);
      const result = page.locator(`.VPLocalSearchBox a[href*="${answer}"]`).first();
      await result.click();
      await page.waitForURL(new RegExp(answer));
      expect(page.url().startsWith(url)).toBe(true);
      expect(troubles).toEqual([]);
      await page.close();
    });

    test('whoever comes to the door is led to a language', async () => {
      const page = await open('');
      await page.waitForURL(/\/some\/where\/(en|ja)\/index\.html/);
      expect(await page.locator('h1').textContent()).toMatch(/^0 /);
      await page.close();
    });

    test('slides turn by the keyboard', async () => {
      const page = await open('slides/en/03-raft.html');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.page.now h2').textContent()).toBe('Three parts');
      await page.keyboard.press('n');
      expect(await page.locator('.page.now .notes').isVisible()).toBe(true);
      expect(troubles).toEqual([]);
      await page.close();
    });
  });
