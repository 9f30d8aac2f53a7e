/** A real browser walks through the pages of grades, the cluster and the book, over the command as a student runs it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type TestContext, test } from 'vitest';
import { browserTests } from './browser-tests.ts';
import { axeFinds, patience, pictured, type Visit, visit } from './visit.ts';
import { openWhole, type Whole } from './whole-repository.ts';

/** Pages are built, nodes are started, and the machine may be busy. */
const patient = { timeout: 300_000, skip: !browserTests() };
const waiting = { timeout: patience };

async function begin(context: TestContext): Promise<Whole & Visit> {
  const whole = await openWhole();
  context.onTestFinished(async () => void (await whole.stop()));
  return { ...whole, ...(await visit(context, whole.link)) };
}

test(
  'a stub that is saved is graded in the page: from nothing, to a letter with its story, to all of it holds',
  patient,
  async (context) => {
    const walk = await begin(context);
    const { page, origin, save } = walk;
    await page.goto(`${origin}/#/grade/election`);
    await page.getByRole('button', { name: 'Grade now' }).click();
    await page.getByRole('heading', { name: /^Next: / }).waitFor(waiting);
    expect(await axeFinds(walk)).toEqual([]);

    save('election', (text) => text.replace(/(onRequestVote\([^{]*\{\n)/, '$1    state.votedFor = null;\n'));
    const letter = page.getByRole('region', { name: 'What broke' });
    await letter.waitFor(waiting);
    expect(
      await letter.getByRole('region', { name: 'The story, one event a line' }).getByRole('listitem').count(),
    ).toBeGreaterThan(0);
    expect(await letter.textContent()).toContain('weekend replay election --seed');
    const link = await letter.getByRole('link', { name: 'See it in the playground' }).getAttribute('href');
    expect(link).toMatch(/^#\/playground\?story=election\.[a-z-]+\.\d+$/);
    const hint = letter.getByRole('button', { name: 'Show a hint' });
    await hint.focus();
    await page.keyboard.press('Enter');
    // A thought, where to look, what to compare: one at a time, and no fourth.
    const hints = letter.getByRole('list', { name: /^Hints for/ }).getByRole('listitem');
    for (const count of [1, 2, 3]) {
      await expect.poll(() => hints.count(), waiting).toBe(count);
      if (count < 3) await letter.getByRole('button', { name: /^One more/ }).press('Enter');
    }
    expect(await letter.getByRole('button', { name: /hint|one more/i }).count()).toBe(0);
    expect(await axeFinds(walk)).toEqual([]);
    expect(await pictured(walk, 'grade-broken')).toEqual([]);

    // The run itself, as the link in the terminal opens it too.
    await page.goto(`${origin}/${link}`);
    await page.locator('.notice strong').getByText('RequestVote RPC').waitFor(waiting);
    await page.goto(`${origin}/#/grade/election`);
    await letter.waitFor(waiting);

    save('election');
    await page.getByRole('region', { name: 'All of it holds' }).waitFor(waiting);
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100');
    expect(await pictured(walk, 'grade-holds')).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
);

test('a file that does not parse is told with its line, and the page goes on', patient, async (context) => {
  const { page, origin, save } = await begin(context);
  await page.goto(`${origin}/#/grade/election`);
  await page.getByRole('button', { name: 'Grade now' }).waitFor(waiting);
  save('election', () => 'export const election = {\n  onNewerTerm(state {\n};\n');
  const letter = page.getByRole('region', { name: 'What broke' });
  await letter.waitFor(waiting);
  expect(await letter.textContent()).toContain('election.ts:2');
});

test(
  'a real cluster of three: a leader rises, is killed with a click, another rises, and the first follows it',
  patient,
  async (context) => {
    const walk = await begin(context);
    const { page, origin } = walk;
    await page.goto(`${origin}/#/cluster`);
    const form = page.locator('.start-form');
    await form.getByRole('radio', { name: 'the reference' }).check(waiting);
    await form.getByRole('radio', { name: '3', exact: true }).check();
    expect(await axeFinds(walk)).toEqual([]);
    await page.getByRole('button', { name: 'Start the cluster' }).click();

    const leader = page.locator('.member.is-leader');
    await leader.waitFor(waiting);
    await leader.getByRole('list', { name: /^The last entries of/ }).waitFor(waiting);
    await page.getByRole('button', { name: 'Start clients' }).click();
    await page.getByRole('img', { name: /^Answered a second/ }).waitFor(waiting);
    expect(await axeFinds(walk)).toEqual([]);
    expect(await pictured(walk, 'cluster-leads')).toEqual([]);

    // By keyboard alone: the question comes first, and it can be left.
    await leader.getByRole('button', { name: /^Kill/ }).focus();
    await page.keyboard.press('Enter');
    // On a busy machine another may lead by now.
    await page.getByRole('dialog', { name: /^Kill n\d\?$/ }).waitFor();
    expect(await axeFinds(walk)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('.member.is-stopped').count()).toBe(0);
    await leader.getByRole('button', { name: /^Kill/ }).press('Enter');
    const asked = page.getByRole('dialog').getByRole('button', { name: /^Kill n/ });
    const first = (await asked.textContent())?.replace('Kill ', '') ?? '';
    await asked.press('Enter');

    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: first, exact: true }) });
    await card.getByText('stopped').waitFor(waiting);
    await page.waitForFunction(
      (dead) => {
        const name = document.querySelector('.member.is-leader h2')?.textContent;
        return name !== undefined && name !== dead;
      },
      first,
      waiting,
    );
    expect(await pictured(walk, 'cluster-killed')).toEqual([]);
    await card.getByRole('button', { name: `Start ${first}` }).click();
    await card.getByText('follower').waitFor(waiting);

    const second = page.locator('.member.is-leader');
    const cutOff = await second.getByRole('heading').textContent();
    await second.getByRole('button', { name: /^Cut off/ }).click();
    await page.waitForFunction(
      (cut) => document.querySelector('h1')?.textContent?.startsWith(`${cut} leads`) === false,
      cutOff,
      waiting,
    );
    await page.getByRole('heading', { name: /leads term/ }).waitFor(waiting);
    await page.getByText(`✂ Cut: ${cutOff} |`).waitFor(waiting);
    expect(await pictured(walk, 'cluster-cut')).toEqual([]);
    await page.getByRole('button', { name: 'Heal it' }).click();
    await page.getByText('Whole: every node hears every other.').waitFor(waiting);

    await page.getByRole('button', { name: 'End the cluster' }).click();
    await page.getByRole('button', { name: 'End it' }).click();
    await form.waitFor(waiting);
    expect(walk.complaints).toEqual([]);
  },
);

test('a scenario is played by a button, told as it happens, and ends with its verdict', patient, async (context) => {
  const walk = await begin(context);
  const { page, origin } = walk;
  await page.goto(`${origin}/#/cluster`);
  const scenarios = page.getByRole('region', { name: 'Scenarios' });
  await scenarios.getByRole('radio', { name: 'the reference' }).check(waiting);
  await scenarios.getByRole('button', { name: 'steady' }).waitFor(waiting);
  expect(await scenarios.getByRole('list').first().getByRole('button').allTextContents()).toEqual([
    'steady',
    'leader-down',
    'majority-down',
    'partition',
    'rolling-restart',
  ]);
  await scenarios.getByRole('button', { name: 'steady' }).click();
  await scenarios.getByText(/steady (holds|fell short):/).waitFor(waiting);
  expect(await scenarios.getByRole('region', { name: 'The scenario’s story' }).textContent()).toContain('leads term');
  expect(await axeFinds(walk)).toEqual([]);
  expect(await pictured(walk, 'scenario')).toEqual([]);
});

test('the book is read, searched and run', patient, async (context) => {
  const walk = await begin(context);
  const { page, origin } = walk;
  await page.goto(`${origin}/#/book/01-concurrency`);
  const piece = page.locator('.piece').first();
  await piece.getByRole('button', { name: 'Run' }).click(waiting);
  await piece.getByRole('button', { name: 'Run again' }).waitFor(waiting);
  // The chapter says below each piece what it prints.
  const printed = await page.locator('.piece + pre.text').first().textContent();
  expect(await piece.locator('.output').textContent()).toBe(printed);
  expect(await page.locator('.drawing svg').count()).toBeGreaterThan(3);
  expect(await axeFinds(walk)).toEqual([]);
  expect(await pictured(walk, 'book')).toEqual([]);

  await page.getByRole('searchbox', { name: 'Search the book' }).fill('amdahl');
  const found = page.locator('.found a');
  await found.first().waitFor(waiting);
  expect(await axeFinds(walk)).toEqual([]);
  const place = await found.first().getAttribute('href');
  await found.first().press('Enter');
  await page.waitForFunction((id) => document.activeElement?.id === id, place?.replace('#/book/', ''), waiting);
  expect(walk.complaints).toEqual([]);
});

test(
  'a page of another origin gets 403 for all that it tries, though this browser has the cookie',
  patient,
  async (context) => {
    const { context: browser, origin } = await begin(context);
    const evil = createServer((_request, answer) =>
      answer.setHeader('Content-Type', 'text/html').end('<!doctype html>'),
    );
    evil.listen(0, '127.0.0.1');
    await once(evil, 'listening');
    context.onTestFinished(() => void evil.close());
    const page = await browser.newPage();
    // Only what goes to the workbench: the browser asks the other page's own server for an icon, too.
    const asked = new Set<string>();
    const statuses = new Map<string, number>();
    // The same address, another port: to a browser the same site, so that the cookie goes along.
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
    // What was answered, also where the browser then keeps it from the page.
    const protocol = await browser.newCDPSession(page);
    await protocol.send('Network.enable');
    protocol.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.startsWith(origin)) asked.add(requestId);
    });
    protocol.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) =>
      statuses.set(requestId, statusCode),
    );
    const tried = await page.evaluate(async (target) => {
      const body = JSON.stringify({ kind: 'down' });
      const ways = [
        () => fetch(`${target}/api/code`, { credentials: 'include' }),
        () => fetch(`${target}/api/code`, { credentials: 'include', mode: 'no-cors' }),
        () => fetch(`${target}/api/cluster`, { method: 'POST', body, credentials: 'include', mode: 'no-cors' }),
        () => fetch(`${target}/api/grade/election`, { method: 'POST', credentials: 'include', mode: 'no-cors' }),
      ];
      const read: string[] = [];
      for (const way of ways)
        read.push(
          await way().then(
            (answer) => answer.text(),
            () => 'nothing',
          ),
        );
      const image = new Image();
      const failed = new Promise((resolve) => (image.onerror = resolve));
      image.src = `${target}/`;
      await failed;
      return read;
    }, origin);
    expect(tried.join('')).not.toContain('{');
    // The browser reports an answer on its own time, which may be after the page has it.
    await expect.poll(() => [...asked].map((id) => statuses.get(id)), waiting).toEqual([403, 403, 403, 403, 403]);
  },
);
