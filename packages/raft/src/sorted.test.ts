/** Lists in the order of their keys, against what sorting and filtering would do. */
import { expect, test } from 'vitest';
import { find, placeOf, put, remove, under } from './sorted.ts';

const listOf = (...keys: string[]) => keys.map((key) => ({ key }));

test('whatever the order in which they come, items stand in the order of their keys', () => {
  const list: { key: string }[] = [];
  const keys = ['b', 'a/b', '10', 'a', '', 'B', 'a0', '9', 'a/', '__proto__'];
  for (const key of keys) put(list, { key });
  expect(list.map(({ key }) => key)).toEqual([...keys].sort());
  for (const key of keys) expect(find(list, key)).toEqual({ key });
});

test('an item takes the place of one with the same key', () => {
  const list = [
    { key: 'a', value: 1 },
    { key: 'b', value: 2 },
  ];
  put(list, { key: 'a', value: 3 });
  expect(list).toEqual([
    { key: 'a', value: 3 },
    { key: 'b', value: 2 },
  ]);
});

test('what is not there is not found, and not removed', () => {
  const list = listOf('a', 'c');
  expect([find(list, 'b'), find(list, 'd'), find([], 'a')]).toEqual([undefined, undefined, undefined]);
  expect([remove(list, 'b'), remove(list, 'c'), remove(list, 'c')]).toEqual([false, true, false]);
  expect(list).toEqual(listOf('a'));
});

test('a prefix finds what begins with it, and not what only comes after', () => {
  const list = listOf('a', 'a/', 'a/b', 'a0', 'b');
  expect(under(list, 'a/')).toEqual(listOf('a/', 'a/b'));
  expect(under(list, '')).toEqual(list);
  expect(under(list, 'a/c')).toEqual([]);
  expect(placeOf(list, 'a/c')).toBe(3);
});
