/** In which language page and server speak. The bug: pages in one language that show grades in another. */
import { expect, test } from 'vitest';
import type { Language } from './language.ts';
import { openDesk } from './testing/desk.ts';

const page = { 'pages/index.html': '<!doctype html><html lang="en"><title>The page</title></html>' };

function commandThatSpeaks(first: Language | undefined) {
  let now = first;
  return {
    language: () => now,
    speak: async (chosen: Language) => {
      now = chosen;
    },
  };
}

test('the page comes in the language that the command was told', async () => {
  const { askInside } = await openDesk(page, commandThatSpeaks('ja'));
  expect((await askInside('/')).text).toContain('<html lang="ja" data-command="ja"');
});

test('where the command was told none, the page may ask the browser', async () => {
  const { askInside } = await openDesk(page, commandThatSpeaks(undefined));
  expect((await askInside('/')).text).toBe(page['pages/index.html']);
});

test('whoever chooses in the page is answered in that language from then on', async () => {
  const { askInside } = await openDesk(page, commandThatSpeaks('en'));
  const refusal = async () => (await askInside('/api/grade/nothing')).text;
  expect(await refusal()).toContain('there is no such stage');
  expect((await askInside('/api/language/ja', { method: 'POST' })).status).toBe(200);
  expect(await refusal()).toContain('そのステージはありません');
});

test('a language that is not there changes nothing', async () => {
  const { askInside } = await openDesk(page, commandThatSpeaks('ja'));
  expect((await askInside('/api/language/xx', { method: 'POST' })).status).toBe(404);
  expect((await askInside('/')).text).toContain('lang="ja"');
});
