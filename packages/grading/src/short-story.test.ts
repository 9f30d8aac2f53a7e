import { expect, test } from 'vitest';
import { inRounds, shortStory } from './short-story.ts';

const numbered = <T>(count: number, event: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => event(i));

/** Events of which no two say the same. */
const different = (count: number): string[] => numbered(count, (i) => `event ${String.fromCharCode(97 + i)}`);

test('a short story is told as it is, equal lines and all', () => {
  const story = numbered(19, (i) => `${i} ms: somebody reads ${i}`);
  expect(shortStory(story, 19)).toEqual(story);
});

test('of a longer one, what comes again and again with other numbers is told the first time and the last', () => {
  const story = ['begins', ...numbered(12, (i) => [`save ${i} is called`, `save ${i} settles`]).flat(), 'ends'];
  expect(shortStory(story, 19)).toEqual([
    'begins',
    'save 0 is called',
    'save 0 settles',
    '… and 10 more rounds like this',
    'save 11 is called',
    'save 11 settles',
    'ends',
  ]);
});

test.each([20, 21, 26])(
  'where nothing comes again, %i events lose their middle: their beginning and more of their end is told',
  (count) => {
    const story = different(count);
    expect(shortStory(story, 19)).toEqual([
      ...story.slice(0, 6),
      `… and ${count - 18} more events`,
      ...story.slice(count - 12),
    ]);
  },
);

test('what is of one kind counts as a round, whatever it says', () => {
  const lines = ['a', 'b', 'c', 'd', 'e'].map((text) => ({ text, kind: 'save' }));
  expect(inRounds([...lines, { text: 'the power fails', kind: 'cut' }])).toEqual([
    'a',
    '… and 3 more like this',
    'e',
    'the power fails',
  ]);
});
