/** Finding a sentence among templates. Knows the bugs of a student's text that is taken for ours, and of one that never ends. */
import { expect, test } from 'vitest';
import { bookOf } from './books.ts';
import { Phrasebook } from './phrasebook.ts';

const book = new Phrasebook(
  [
    {
      '{1} has {2}; wanted {3}': '{1} は {2}。{3} である必要があります',
      '{1} threw {2}': '{1} が {=2} を投げました',
      'in {1}': '順に：{*1}',
      '{1} {_} for ever': '{1} がいつまでも待っています',
      'won {1} votes': '{1} 票を得ました',
      lost: '負けました',
    },
  ],
  [{ '{1} and {2}': '{1} と {2}' }],
);

test('a template is filled, and a phrase in a hole is translated again', () => {
  expect(book.find('n1 has won 2 votes; wanted 3')).toBe('n1 は 2 票を得ました。3 である必要があります');
  expect(book.find('n1 has lost; wanted n2 and n3')).toBe('n1 は負けました。n2 と n3 である必要があります');
});

test('what is somebody’s data stays as it is, what is a list is told part by part, and a verb may go', () => {
  expect(book.find('n1 threw lost')).toBe('n1 が lost を投げました');
  expect(book.find('in lost; x; won 1 votes')).toBe('順に：負けました；x；1 票を得ました');
  expect(book.find('n1 waits for ever')).toBe('n1 がいつまでも待っています');
});

test('what nobody has translated is not found, and a phrase is no sentence', () => {
  expect(book.find('n1 gave up')).toBeUndefined();
  expect(book.find('n1 and n2')).toBeUndefined();
  expect(bookOf('election').find('something else')).toBeUndefined();
  expect(bookOf('no-such-stage').find('not written yet: x')).toBe('まだ書かれていません：x');
});

test('hostile texts in holes cost no more than a look at each phrase', () => {
  const hostile = ['{1} and {2}; wanted '.repeat(20_000), ' and a'.repeat(100_000), 'has ; wanted'.repeat(50_000)];
  for (const text of hostile) {
    expect(book.find(`n1 has ${text}; wanted b`)).toContain('である必要があります');
    expect(bookOf('concurrency').find(`somebody writes ${text}`)).toMatch(/を書きます$/);
  }
});
