/** How long a picture takes: nine nodes and 200 messages on their way, at real time, in a real browser. Prints, asserts nothing. */
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { browserPath, launch } from '../e2e/browser.ts';
import { openBench } from '../e2e/repository.ts';
import { pagesOf } from '../server/dist.ts';
import { crowd } from './crowd.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pictures = 600;

if (browserPath === undefined) console.log('No Chromium here, so no pictures were measured.');
else await measure();

async function measure(): Promise<void> {
  const bench = await openBench(await pagesOf(root, console.log));
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    const wire = await page.context().newCDPSession(page);
    let bytes = 0;
    await wire.send('Network.enable');
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const began = performance.now();
    await page.goto(`${bench.link}#/playground?nodes=9&who=rrr`);
    await page.locator('.node').first().waitFor();
    console.log(`first load: ${Math.round(bytes / 1000)} kB, nodes after ${Math.round(performance.now() - began)} ms`);

    await page.goto('about:blank');
    await page.goto(`${new URL(bench.link).origin}/#/playground?${crowd(200)}`);
    await page.locator('.node').first().waitFor();
    await page.locator('.speed input').fill('9');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const times = await page.evaluate(between, pictures);
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number): string => `${(sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(1)} ms`;
    const onTheirWay = await page.locator('.messages .count').textContent();
    console.log(
      `between two pictures: median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(0.999)}; ${onTheirWay} messages on their way`,
    );
    console.log(`on ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await browser.close();
    await bench.close();
  }
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
