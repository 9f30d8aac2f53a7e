/** The whole walk without a mouse: whatever cannot be reached by Tab, or does not answer to a key, stops it. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pagesOf } from '../server/dist.ts';
import { browserTests } from './browser-tests.ts';
import { openBench } from './repository.ts';
import { story } from './story.ts';
import { patience, visit } from './visit.ts';
import { openWhole } from './whole-repository.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const patient = { timeout: 300_000, skip: !browserTests() };
const waiting = { timeout: patience };
const eventually = <Seen>(look: () => Seen) => expect.poll(look, waiting);

/** Presses Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const { activeElement: element } = document;
      if (!element || element === document.body) return '';
      const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
      return (element.getAttribute('aria-label') ?? (label || element.textContent || '')).trim();
    });
    if (name.test(now)) return;
    seen.push(now.slice(0, 30));
  }
  throw new Error(`Tab does not lead to ${name}; it leads to ${seen.join(' | ')}`);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

test(
  'the playground: a leader, its end, another, back, a fork, a cut, a broken stub, a story',
  patient,
  async (context) => {
    const bench = await openBench(await pagesOf(root, () => {}), { story: async () => story() });
    context.onTestFinished(() => bench.close());
    const { page, origin, complaints } = await visit(context, bench.link);
    const key = (name: string) => page.keyboard.press(name);
    const leader = () => page.locator('.node.leader:not(.down)');
    const clock = () => page.locator('.time-now').textContent();
    // A page answers when it can: who presses on meanwhile is a step too far.
    const oneStep = async (name: string) => {
      const before = await clock();
      await key(name);
      await eventually(clock).not.toBe(before);
    };
    await page.goto(`${origin}/#/playground?nodes=3&seed=7&net=quick&who=rrr`);
    await page.locator('.node').first().waitFor();

    // On to what matters: somebody stands, somebody leads.
    while ((await leader().count()) === 0) await oneStep('n');
    const first = (await leader().getAttribute('data-node')) ?? '';
    await key(first.slice(1));
    await key('k');
    await page.locator(`.node.down[data-node=${first}]`).waitFor();
    await key('+');
    await key('+');
    await key(' ');
    await eventually(() => leader().count()).toBe(1);
    await key(' ');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();

    // Back to before the kill: each event can be gone to from the list, by the line of time, and by the arrow.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    while ((await page.locator('.node.down').count()) > 0) await oneStep('ArrowLeft');
    expect(await leader().getAttribute('data-node')).toBe(first);

    await key(first.slice(1));
    await press(page, new RegExp(`^Cut ${first} to n\\d$`));
    await page.locator('.branch[aria-pressed=true]:nth-of-type(2)').waitFor();
    await press(page, /^Branch 1, /);
    await page.locator('.node.down').waitFor();

    await press(page, /^Share$/);
    await page.getByRole('dialog').waitFor();
    await key('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // Whoever closes a dialog stands where it was opened.
    expect(await page.locator(':focus').textContent()).toBe('Share');

    await page.goto(`${origin}/#/playground?nodes=3&seed=1&net=quick&who=m--&do=f1-0!0~f2-0!0_1&at=255s`);
    await page.locator('.node-panel', { hasText: 'your code' }).waitFor();
    bench.save('election', (reference) =>
      reference.replace(
        /onRequestVote\(state, from, (\w+), world\) \{/,
        '$& if ($1.term === state.currentTerm) state.votedFor = null;',
      ),
    );
    await page.getByRole('alert').filter({ hasText: 'Election Safety (§5.2) is broken' }).waitFor();
    await press(page, /^One event back$/);
    await page.getByRole('alert').waitFor({ state: 'detached' });

    await page.goto(`${origin}/#/playground?story=election.one-vote-a-term.1`);
    await eventually(() => page.locator('.node.leader').count()).toBe(2);
    await key('ArrowLeft');
    await eventually(() => page.locator('.node.leader').count()).toBe(1);
    expect(complaints).toEqual([]);
  },
);

test(
  'grades and a real cluster: hints, a start, a kill that is asked about first, and the end',
  patient,
  async (context) => {
    const whole = await openWhole();
    context.onTestFinished(async () => void (await whole.stop()));
    const { page, complaints } = await visit(context, whole.link);
    await page.locator('.node').first().waitFor(waiting);

    await press(page, /^Grade$/);
    await press(page, /^Grade now$/);
    await page.getByRole('heading', { name: /^Next: / }).waitFor(waiting);
    // Nothing moves for whoever wants no motion, not even the sign that something is under way.
    expect(
      await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
    ).toBe(0);

    await page.evaluate(() => window.scrollTo(0, 0));
    await press(page, /^Cluster$/);
    await page.locator('.start-form').waitFor(waiting);
    await tabTo(page, /^your code$/);
    await page.keyboard.press('ArrowRight');
    await press(page, /^Start the cluster$/);
    const leader = page.locator('.member.is-leader');
    await leader.waitFor(waiting);
    const first = await leader.getByRole('heading').textContent();
    await press(page, new RegExp(`^Kill ${first}$`));
    await page.getByRole('dialog', { name: `Kill ${first}?` }).waitFor();
    await press(page, new RegExp(`^Kill ${first}$`));
    await eventually(
      async () => (await leader.count()) === 1 && (await leader.getByRole('heading').textContent()) !== first,
    ).toBe(true);
    await press(page, new RegExp(`^Start ${first}$`));
    await press(page, /^End the cluster$/);
    await press(page, /^End it$/);
    await page.locator('.start-form').waitFor(waiting);
    expect(complaints).toEqual([]);
  },
);
