import { expect, test } from 'vitest';
import { tokens } from './tokens.ts';

test('English is cut into words', () => {
  expect(tokens("Raft's leader, elected.")).toEqual(['raft', 's', 'leader', 'elected']);
});

test('a name of the code is found by its parts, too', () => {
  expect(tokens('commitIndex')).toEqual(['commitindex', 'commit', 'index']);
});

test('Japanese is cut into characters and pairs, so that a word in the middle of a sentence is found', () => {
  const sentence = tokens('新しいリーダーが選挙で選ばれる');
  for (const token of tokens('選挙')) expect(sentence).toContain(token);
  for (const token of tokens('リーダー')) expect(sentence).toContain(token);
  expect(sentence).not.toContain('者');
});

test('two words that are written together are found where they stand apart', () => {
  const sentence = tokens('リーダーを選ぶ選挙');
  expect(tokens('リーダー選挙').filter((token) => !sentence.includes(token))).toEqual([]);
});

test('a sentence of both is cut at the border', () => {
  expect(tokens('Raftの任期')).toEqual(['raft', 'の', '任', '任期', '期']);
});

test('the function needs nothing but itself: VitePress sends it to the browser as text', () => {
  const alone = new Function(`return ${tokens.toString()}`)() as typeof tokens;
  expect(alone('リーダー commitIndex')).toEqual(tokens('リーダー commitIndex'));
});
