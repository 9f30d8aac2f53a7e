/**
 * The playground in a real browser: from the first leader to a fork in the past, by mouse and by keyboard, on the
 * student's code as it is saved. Screenshots are left in `.results/`.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOf } from '../server/dist.ts';
import { launch } from './browser.ts';
import { browserTests } from './browser-tests.ts';
import { type Bench, openBench } from './repository.ts';
import { story } from './story.ts';
import { axeFinds, patience, pictured, type Visit } from './visit.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const eventually = <Seen>(look: () => Seen) => expect.poll(look, { timeout: patience });

describe.skipIf(!browserTests())('the playground, in a browser', { timeout: 300_000 }, () => {
  let browser: Browser;
  let bench: Bench;
  let page: Page;
  let walk: Visit;
  const complaints: string[] = [];

  beforeAll(async () => {
    bench = await openBench(await pagesOf(root, () => {}), { story: async () => story() });
    browser = await launch();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    walk = { page, context, browser, origin: new URL(bench.link).origin, complaints };
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await page.goto(`${bench.link}#/playground?nodes=3&seed=7&who=rrr`);
  }, patience);

  afterAll(async () => {
    await browser?.close();
    await bench?.close();
  });

  const leader = () => page.locator('.node.leader:not(.down)');
  const key = (name: string) => page.keyboard.press(name);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const clock = () => page.locator('.time-now').textContent();

  async function stepOn(): Promise<void> {
    const before = await clock();
    await key('ArrowRight');
    await eventually(clock).not.toBe(before);
  }

  /** Time flows until something can be seen. */
  async function playUntil(seen: () => Promise<void>): Promise<void> {
    await key(' ');
    await seen();
    await key(' ');
    await button('Play').waitFor();
  }

  test('a leader rises, and is told in words', async () => {
    await page.locator('.node').first().waitFor();
    await page.locator('.speed input').fill('7');
    await playUntil(() => leader().waitFor());
    await page.locator('.event', { hasText: '=> leader@' }).first().waitFor();
    expect(await pictured(walk, 'playground-leader')).toEqual([]);
  });

  test('killed, it is followed by another', async () => {
    const first = await leader().getAttribute('data-node');
    await leader().click();
    await key('k');
    await page.locator(`.node.down[data-node=${first}]`).waitFor();
    await playUntil(() => page.locator('.node.leader').waitFor());
    expect(await leader().getAttribute('data-node')).not.toBe(first);
    expect(await pictured(walk, 'playground-second-leader')).toEqual([]);
  });

  test('a step back to before the kill, and the first leader leads again; forward, and it is down', async () => {
    await page.locator('.event', { hasText: 'crash' }).last().getByRole('button').click();
    await page.locator('.event.now', { hasText: 'crash' }).waitFor();
    for (const way of ['ArrowLeft', 'ArrowRight', 'ArrowLeft']) {
      await key(way);
      await page.locator('.node.down').waitFor({ state: way === 'ArrowLeft' ? 'detached' : 'attached' });
    }
    await leader().waitFor();
  });

  test('to act there begins a branch, and nothing is lost', async () => {
    const name = await leader().getAttribute('data-node');
    const other = name === 'n1' ? 'n2' : 'n1';
    const branch = (number: number) => page.locator(`.branch[aria-pressed=true]:nth-of-type(${number})`);
    await leader().click();
    await button(`Cut ${name} and ${other} off from each other`).click();
    await branch(2).waitFor();
    await button(`Join ${name} and ${other} again`).waitFor();
    expect(await pictured(walk, 'playground-fork')).toEqual([]);
    await page.locator('.branch').first().click();
    await branch(1).waitFor();
    await page.locator('.node.down').waitFor();
    await page.locator('.branch').nth(1).click();
    await branch(2).waitFor();
    await page.locator('.node.down').waitFor({ state: 'detached' });
    await button(`Join ${name} and ${other} again`).click();
    await button(`Cut ${name} and ${other} off from each other`).waitFor();
  });

  test('one way can be cut alone, and healed', async () => {
    const name = (await leader().getAttribute('data-node')) ?? '';
    const other = name === 'n3' ? 'n2' : 'n3';
    await button(`Cut ${name} to ${other}`).click();
    await button(`Join ${name} to ${other}`).click();
    await button(`Cut ${name} to ${other}`).waitFor();
  });

  test('a message can be dropped, repeated and held back', async () => {
    const count = async () => Number(await page.locator('.messages .count').textContent());
    while ((await count()) === 0) await stepOn();
    const before = await count();
    const message = page.locator('.message-name').first();
    await message.click();
    await button('Duplicate').click();
    await eventually(count).toBe(before + 1);
    await button('Delay 200 ms').click();
    await page.locator('.event.now', { hasText: 'hold message' }).waitFor();
    await button('Drop').click();
    await page.locator('.event.now', { hasText: 'drop message' }).waitFor();
    await eventually(count).toBe(before);
  });

  test('a mystery is loaded when somebody chooses it, and not named', async () => {
    const other = await walk.context.newPage();
    await other.goto(`${walk.origin}/#/playground?nodes=3&seed=7&who=rrr.x3rr.rrr`);
    await other.locator('.node[data-node=n2]').click();
    await other.locator('.node-panel', { hasText: 'runs a mystery and reference' }).waitFor();
    await other.close();
  });

  test('a client’s request goes into the logs', async () => {
    await leader().click();
    await page.getByLabel('Key', { exact: true }).fill('cat');
    await page.getByLabel('Value', { exact: true }).fill('meow');
    await page.getByRole('button', { name: /^Ask n/ }).click();
    await page.locator('.event', { hasText: 'put cat=meow' }).first().waitFor();
    await page.locator('#main').click({ position: { x: 2, y: 2 } });
    await playUntil(() => page.locator('.entry.applied', { hasText: 'cat=meow' }).first().waitFor());
    expect(await pictured(walk, 'playground-request')).toEqual([]);
  });

  test('an address leads somebody else to the same moment', async () => {
    const address = page.url();
    const seen = await clock();
    const other = await browser.newPage();
    await other.goto(bench.link);
    await other.goto(address);
    await eventually(() => other.locator('.time-now').textContent()).toBe(seen);
    await other.close();
  });

  test('an address that comes while another is being opened takes its place, and time flows in it', async () => {
    const other = await walk.context.newPage();
    const tenHours = (36_000_000_000).toString(36);
    await other.goto(`${walk.origin}/#/playground?nodes=9&seed=7&net=quick&who=rrr&at=${tenHours}`);
    await other.getByRole('status').filter({ hasText: 'Running to that moment' }).waitFor();
    await other.goto(`${walk.origin}/#/playground?nodes=7&seed=7&net=quick&who=rrr`);
    await eventually(() => other.locator('.node').count()).toBe(7);
    await other.keyboard.press(' ');
    await other.locator('.node.leader').waitFor();
    await other.close();
  });

  test('axe finds nothing, by day and by night, in the page and in its dialogs', async () => {
    expect(await axeFinds(walk)).toEqual([]);
    await key('?');
    await page.getByRole('dialog').waitFor();
    expect(await axeFinds(walk)).toEqual([]);
    await key('Escape');
    await button('Share').click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFinds(walk)).toEqual([]);
    await key('Escape');
    await page.locator('.setup select').nth(1).selectOption('mixed');
    await page.getByLabel('Leader election on n2').waitFor();
    expect(await axeFinds(walk)).toEqual([]);
    await button('Close').click();
  });

  test('light or dark is as the system is, until somebody chooses', async () => {
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(theme).toBe('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await eventually(theme).toBe('light');
  });

  test('everything is in reach of the keyboard alone', async () => {
    await key('2');
    await eventually(() => page.locator(':focus').getAttribute('data-node')).toBe('n2');
    await key('ArrowRight');
    await eventually(() => page.locator(':focus').getAttribute('data-node')).toBe('n3');
    await key('p');
    await page.locator('.node.paused[data-node=n3]').waitFor();
    await key('p');
    await page.locator('.node.paused').waitFor({ state: 'detached' });
    await key('Tab');
    expect(await page.locator(':focus').evaluate((element) => element.tagName)).not.toBe('BODY');
  });

  test('a stub that breaks on the disk breaks the run where it stands, with the name of the rule', async () => {
    // Two stand at once; a right voter has one vote for both.
    await page.goto(`${walk.origin}/#/playground?nodes=3&seed=1&net=quick&who=m--&do=f1-0!0~f2-0!0_1&at=255s`);
    await eventually(clock).toContain('100.0 ms');
    expect(await page.locator('.node-panel').textContent()).toContain('your code');
    const before = await clock();
    bench.save('election', forgetsItsVote);
    await page.getByRole('alert').filter({ hasText: 'Election Safety (§5.2) is broken' }).waitFor();
    expect(await pictured(walk, 'playground-broken-rule')).toEqual([]);
    expect(await axeFinds(walk)).toEqual([]);
    bench.save('election', (reference) => `${reference}\n`);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await eventually(clock).toBe(before);
  });

  test('a handler that never returns is ended and told; the page lives', async () => {
    bench.save('election', (reference) =>
      reference.replace(/onElectionTimeout\([^)]*\) \{/, '$& while (state.me !== "");'),
    );
    await page
      .getByRole('status')
      .filter({ hasText: 'Your code was saved' })
      .or(page.getByRole('alert'))
      .first()
      .waitFor();
    const alert = page.getByRole('alert').filter({ hasText: 'A handler never returned' });
    if (!(await alert.isVisible())) {
      await key('1');
      await key('e');
    }
    await alert.waitFor();
    expect(await pictured(walk, 'playground-never-returns')).toEqual([]);
    await page.getByRole('button', { name: 'Go to the step before it' }).click();
    await alert.waitFor({ state: 'detached' });
    bench.save('election', (reference) => reference);
    await page.getByRole('status').filter({ hasText: 'Your code was saved' }).waitFor();
  });

  test('what does not compile is told as the student’s, with its line', async () => {
    bench.save('election', (reference) => `${reference}\nconst = 1;\n`);
    await page.getByRole('alert').filter({ hasText: 'Your election.ts can not be loaded' }).waitFor();
    expect(await pictured(walk, 'playground-does-not-compile')).toEqual([]);
    bench.save('election', (reference) => reference);
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('a story’s link opens a failed run at the step that broke its rule', async () => {
    await page.goto(`${walk.origin}/#/playground?story=election.one-vote-a-term.1`);
    await page.locator('.notice', { hasText: 'Election Safety' }).waitFor();
    await eventually(() => page.locator('.node.leader').count()).toBe(2);
    expect(await pictured(walk, 'playground-story')).toEqual([]);
    await button('One event back').click();
    await eventually(() => page.locator('.node.leader').count()).toBe(1);
    expect(await axeFinds(walk)).toEqual([]);
  });

  test('nothing went wrong in the page itself on the way', () => {
    expect(complaints).toEqual([]);
  });
});

/** §5.2 the wrong way: a voter that says yes to whoever asks. */
function forgetsItsVote(reference: string): string {
  return reference.replace(
    /onRequestVote\(state, from, (\w+), world\) \{/,
    '$& if ($1.term === state.currentTerm) state.votedFor = null;',
  );
}
