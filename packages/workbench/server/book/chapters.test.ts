/** The book as the page shows it: nothing in it can run but what the server itself has made of its pieces. */
import { describe, expect, test } from 'vitest';
import { openDesk } from '../testing/desk.ts';
import type { BookIndex } from '../wire.ts';
import { Pieces } from './pieces.ts';

describe('the chapters', async () => {
  test('come with drawings, sections to search, and pieces that can be loaded', { timeout: 60_000 }, async () => {
    const { askInside } = await openDesk();
    const { chapters }: BookIndex = JSON.parse((await askInside('/api/book/en')).text);
    const chapter = chapters.find(({ id }) => id === '01-concurrency');
    expect(chapter?.html).toContain('<svg');
    expect(chapter?.sections.length).toBeGreaterThan(5);
    const piece = /data-code="(\/code\/book\/\w+\.js)"/.exec(chapter?.html ?? '')?.[1] as string;
    const { text, headers } = await askInside(piece);
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(text).toMatch(/from '\/code\/framework\/\w+\/concurrency\.js'/);
    expect((await askInside('/code/book/0123456789abcdef.js')).status).toBe(404);
    // A link to a file of the repository would lead a browser nowhere.
    for (const { html } of chapters) {
      expect(html).not.toMatch(/<script|<iframe|<form|\son\w+=|javascript:/i);
      expect(html.match(/href="(?!#\/book\/|https?:)[^"]*"/g) ?? []).toEqual([]);
    }
  });

  test('are those of English where there is no such language', { timeout: 60_000 }, async () => {
    const { askInside } = await openDesk();
    for (const language of ['xx', '%2e%2e', 'en'])
      expect([language, (await askInside(`/api/book/${language}`)).text.slice(0, 17)]).toEqual([
        language,
        language === '%2e%2e' ? 'This path leads o' : '{"language":"en",',
      ]);
  });
});

test('a piece that needs more than a browser has is not offered to be run', () => {
  const pieces = new Pieces(['@weekend/raft'], (name) => `/lead/${name}`);
  expect(pieces.add(`import { Worker } from 'node:worker_threads';\nnew Worker('');\n`)).toBeUndefined();
  expect(pieces.add('process.on("exit", () => {});\n')).toBeUndefined();
  expect(pieces.add('const = 3;\n')).toBeUndefined();
  expect(pieces.add('console.log(1);\n')).toMatch(/^\/code\/book\/\w+\.js$/);
});
