/** What somebody at the page waits for, in a real browser: the first load, a picture, a step back, a save. Prints, asserts nothing. */
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { browserPath, launch } from '../e2e/browser.ts';
import { type Bench, openBench } from '../e2e/repository.ts';
import { pagesOf } from '../server/dist.ts';
import { crowd, longAgo } from './runs.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const loads = 7;
const pictures = 600;
const events = 1_000_000;
const seeks = 40;
const saves = 15;

if (browserPath === undefined) console.log('No Chromium here, so nothing was measured in a page.');
else await measure();

async function measure(): Promise<void> {
  const pages = await pagesOf(root, console.log);
  const browser = await launch();
  const bench = await openBench(pages);
  const origin = new URL(bench.link).origin;
  try {
    await firstLoad(browser, bench);
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.goto(bench.link);
    await frames(page, origin);
    await stepsBack(page, origin);
    await reloads(page, origin, bench);
    console.log(`on ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await browser.close();
    await bench.close();
  }
}

/** Each in a browser that knows nothing yet. Interactive: the nodes are there, and Play can be pressed. */
async function firstLoad(browser: Browser, bench: Bench): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i < loads; i++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    bytes = 0;
    await wire.send('Network.enable');
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.addInitScript(() => {
      const look = (): void => {
        const isThere = document.querySelector('.node') && document.querySelector('.round.primary:not(:disabled)');
        if (isThere) performance.mark('interactive');
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(bench.link);
    await page.waitForFunction(() => performance.getEntriesByName('interactive').length > 0);
    times.push(await page.evaluate(() => performance.getEntriesByName('interactive')[0]?.startTime ?? Number.NaN));
    await context.close();
  }
  tell('interactive', 'first', [times[0] ?? Number.NaN], '< 2000 ms');
  tell('interactive', 'again, nothing cached', times.slice(1), '< 2000 ms');
  console.log(`first load: ${Math.round(bytes / 1000)} kB on the wire (wanted < 300 kB)`);
}

/** At real time, nine nodes, 200 messages on their way. */
async function frames(page: Page, origin: string): Promise<void> {
  await show(page, `${origin}/#/playground?${crowd(200)}`);
  await page.locator('.speed input').fill('9');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const times = await page.evaluate(between, pictures);
  const onTheirWay = await page.locator('.messages .count').textContent();
  tell('from picture to picture', `nine nodes, ${onTheirWay} messages`, times, 'median at most 17 ms');
}

async function stepsBack(page: Page, origin: string): Promise<void> {
  const began = performance.now();
  await show(page, `${origin}/#/playground?${longAgo(events)}`);
  await page.waitForFunction(
    (most) => Number(document.querySelector<HTMLInputElement>('.timeline input')?.max) >= most,
    events,
    {
      timeout: 300_000,
    },
  );
  console.log(`${events} events opened from their address after ${Math.round(performance.now() - began)} ms`);
  const times: number[] = [];
  for (let i = 0; i < seeks; i++) times.push(await page.evaluate(timeOfSeek, ((i * 7919 * 577) % events) + 1));
  tell('to any of them', 'from the key to the picture', times, '< 200 ms');
}

/** From the write to the sentence in the page that the same run stands there on the new code. */
async function reloads(page: Page, origin: string, bench: Bench): Promise<void> {
  await show(page, `${origin}/#/playground?nodes=5&who=mmm&at=${(2_000_000).toString(36)}`);
  const times: number[] = [];
  for (let i = 0; i < saves; i++) {
    const seen = page.evaluate(nextNews);
    await page.evaluate(() => 0);
    const began = Date.now();
    bench.save('election', (reference) => `${reference}// ${i}\n`);
    times.push((await seen) - began);
  }
  tell('from a save to the same run on it', 'five nodes, two seconds', times, '< 500 ms');
}

async function show(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('.node').first().waitFor({ timeout: 300_000 });
}

/** Runs in the page: the times between so many pictures. */
function between(pictures: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    let last: number | undefined;
    const look = (time: number): void => {
      if (last !== undefined) times.push(time - last);
      last = time;
      if (times.length < pictures) requestAnimationFrame(look);
      else resolve(times);
    };
    requestAnimationFrame(look);
  });
}

/** Runs in the page: moves the line of time, and waits until that event is shown. */
function timeOfSeek(index: number): Promise<number> {
  const line = document.querySelector<HTMLInputElement>('.timeline input');
  if (!line) return Promise.resolve(Number.NaN);
  const began = performance.now();
  line.value = String(index);
  line.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('.time-now span')?.textContent?.startsWith(`event ${index} `))
        resolve(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Runs in the page: when the next sentence about a save has come. */
function nextNews(): Promise<number> {
  const isNews = (): Element | undefined =>
    [...document.querySelectorAll('.notice.good')].find((each) => each.textContent?.includes('was saved'));
  isNews()?.querySelector('button')?.click();
  return new Promise((resolve) => {
    let wasGone = false;
    const look = (): void => {
      const news = isNews();
      wasGone ||= !news;
      if (news && wasGone) resolve(Date.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}

function tell(what: string, where: string, times: readonly number[], wanted: string): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)} ms`;
  const spread = times.length > 1 ? `median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}` : at(1);
  console.log(`${what} (${where}): ${spread} (wanted ${wanted})`);
}
