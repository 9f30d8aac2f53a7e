/** A blank in the middle of a Japanese sentence is what a line break leaves there. */
import { Marp } from '@marp-team/marp-core';
import { createMarkdownRenderer } from 'vitepress';
import { expect, test } from 'vitest';
import { joined, joinedLines } from './joined-lines.ts';

const site = await createMarkdownRenderer('.', { config: joinedLines });
const slides = new Marp({ script: false }).use(joinedLines);

/** Each as both render it, without the tags around it. */
const cases: [name: string, markdown: string, rendered: string][] = [
  ['Japanese', '何が、\nどの順に言わ\nれたか', '何が、どの順に言われたか'],
  ['Japanese with marks around it', '**強く**\n*弱く*\n[次](https://example.org)\nへ', '強く弱く次へ'],
  ['English', 'what was said,\nand in which order', 'what was said,\nand in which order'],
  ['a Latin word or a number beside Japanese', 'これは\nRaft\nで\n3\nつ', 'これは\nRaft\nで\n3\nつ'],
  ['code beside Japanese', 'この\n`log`\nは', 'この\nlog\nは'],
  ['whatever comes after Japanese punctuation', 'です。\n`log` は（\nRaft\n）', 'です。log は（Raft）'],
];

test.each(cases)('%s is joined as it should be, on the site and on slides', (_name, markdown, rendered) => {
  const text = (html: string) => html.replaceAll(/<style.*?<\/style>|<[^>]+>/gs, '').trim();
  expect(text(site.render(markdown))).toBe(rendered);
  expect(text(slides.render(markdown).html).replaceAll('&nbsp;', ' ')).toBe(rendered);
});

test('paragraphs stay apart, in notes as well', () => {
  expect(joined('何が、\nどの順に\n\nいつ\n言われ\nたか')).toBe('何が、どの順に\n\nいつ言われたか');
});

test('an item of a list in the notes stays one, and its own lines are joined', () => {
  expect(joined('です。\n- ログと\n  状態。\n  1. 任期\n  2. 投票\n- Raft\n  は')).toBe(
    'です。\n- ログと状態。\n  1. 任期\n  2. 投票\n- Raft\n  は',
  );
});
