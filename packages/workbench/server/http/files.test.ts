/** The pages are small on the way, and cached where their name tells their content. */
import { expect, test } from 'vitest';
import { openDesk } from '../testing/desk.ts';

test('a file named by its content is compressed and kept for ever; the page itself is asked for again', async () => {
  const { askInside } = await openDesk();
  const asset = await askInside('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(asset.headers['content-encoding']).toBe('br');
  expect(asset.headers['cache-control']).toContain('immutable');
  expect(asset.text.length).toBeLessThan(200);
  const page = await askInside('/');
  expect([page.headers['content-encoding'], page.headers['cache-control']]).toEqual([undefined, 'no-cache']);
});

test('what the pages do not consist of is not served, though it lies there', async () => {
  const { askInside } = await openDesk({ 'pages/.sources': 'x', 'pages/note.txt': 'x' });
  for (const path of ['/.sources', '/note.txt', '/assets']) expect((await askInside(path)).status, path).toBe(404);
});
