/** A run to take along, as files: what is in them, and that the page in one file needs nobody. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { pagesOf } from '../server/dist.ts';
import { browserTests } from './browser-tests.ts';
import { openBench } from './repository.ts';
import { visit } from './visit.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const patient = { timeout: 120_000, skip: !browserTests() };

/** n1 is made to stand, leads, and is asked to put a value that would be a tag, if somebody forgot to write it as text. */
const run = 'nodes=3&seed=7&net=quick&who=rrr&do=f1-0!0~q1-cat*%253Cb%253E!2s00&at=3k00';

test('a run is saved as JSON, as a picture, and as one page that needs nobody', patient, async (context) => {
  const bench = await openBench(await pagesOf(root, () => {}));
  context.onTestFinished(() => bench.close());
  const folder = mkdtempSync(join(tmpdir(), 'weekend-exports-'));
  context.onTestFinished(() => rmSync(folder, { recursive: true }));
  const { page, browser, origin, complaints } = await visit(context, bench.link);
  await page.goto(`${origin}/#/playground?${run}`);
  await page.locator('.node.leader').waitFor();
  await page.locator('.event', { hasText: 'put cat=<b>' }).first().waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).click();

  const saved = async (button: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button, exact: true }).click();
    const file = join(folder, (await download).suggestedFilename());
    await (await download).saveAs(file);
    return file;
  };

  const json = JSON.parse(readFileSync(await saved('Save JSON'), 'utf8'));
  expect(json.setup).toMatchObject({ seed: 7, network: 'quick' });
  expect(json.actions.map(({ kind }: { kind: string }) => kind)).toEqual(['fire', 'ask']);
  expect(json.states.n1).toMatchObject({ role: { kind: 'leader' }, currentTerm: 1 });
  expect(json.trace.length).toBeGreaterThan(10);

  const png = readFileSync(await saved('Save PNG'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([width > 300, width === height]).toEqual([true, true]);

  const file = await saved('Save as one HTML file');
  const html = readFileSync(file, 'utf8');
  expect(html.match(/<(script|link|iframe)|(src|href)="(?!data:)|url\((?!#)|@import/g)).toBeNull();
  const away = await browser.newContext({ offline: true });
  const reader = await away.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url().slice(0, 60)));
  const address = pathToFileURL(file).href;
  await reader.goto(address);
  expect(asked.filter((url) => !url.startsWith('data:image/png') && url !== address.slice(0, 60))).toEqual([]);
  // The picture is one: more colours than a blank one has.
  const colours = await reader.locator('img').evaluate((picture) => {
    const image = picture as HTMLImageElement;
    const canvas = Object.assign(document.createElement('canvas'), { width: 90, height: 90 });
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.drawImage(image, 0, 0, 90, 90);
    const { data } = pen.getImageData(0, 0, 90, 90);
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 3).join())).size;
  });
  expect(colours).toBeGreaterThan(10);
  expect(await reader.locator('svg .run, svg.run').count()).toBeGreaterThan(0);
  expect(await reader.locator('b').count()).toBe(0);
  expect(JSON.parse((await reader.locator('#run').textContent()) ?? '')).toEqual(json);
  expect(await reader.locator('code').first().textContent()).toContain('do=f1-0!0~q1-cat');
  expect(complaints).toEqual([]);
});
