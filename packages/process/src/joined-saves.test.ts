/** The saves of one turn, joined, come to the same as one after the other; a gap is told and changes nothing. */
import { applyChanges, type Changes, type Shape } from '@weekend/protocol';
import { expect, test } from 'vitest';
import { JoinedSaves } from './joined-saves.ts';

type Fields = Record<string, unknown>;
type Anything = Shape & { Durable: Fields };

const tail = (from: number, ...items: unknown[]) => ({ log: { from, items } });

const turns: Changes<Fields>[][] = [
  [{ term: 1 }, { term: 2, vote: 'n1' }, { vote: null }],
  [tail(3, 'd'), tail(4, 'e', 'f'), tail(5, 'x')],
  [tail(3, 'd', 'e'), tail(1, 'x'), tail(2)],
  [{ log: ['x', 'y'] }, tail(2, 'z'), tail(1, 'u')],
  [tail(2, 'x'), { log: [] }, tail(0, 'y')],
  [tail(3, 'd'), { log: undefined }, tail(0, 'a')],
  [{ log: 7 }, { log: ['a'] }, tail(1, 'b')],
  [tail(3), {}, { other: [1] }, { other: { from: 1, items: [2] } }],
];

test.each(turns.map((saves) => [saves]))('%j come to the same in one', (saves) => {
  const saved = { term: 0, log: ['a', 'b', 'c'] };
  const one: Fields = structuredClone(saved);
  const other: Fields = structuredClone(saved);
  for (const changes of saves) applyChanges<Anything>(one, changes);
  applyChanges<Anything>(other, new JoinedSaves(saved).join(saves) ?? {});
  expect(other).toEqual(one);
});

test('a turn that saved nothing comes to nothing', () => {
  expect(new JoinedSaves({}).join([])).toBeUndefined();
});

test('a gap is told, and the turn counts as not taken', () => {
  const joined = new JoinedSaves({ log: ['a'] });
  expect(() => joined.join([tail(1, 'b'), tail(3, 'd')])).toThrow(
    'Cannot save the tail of log from position 3: 2 items are saved, so it may start at 0 to 2',
  );
  expect(() => joined.join([tail(2, 'c')])).toThrow('1 items are saved');
  expect(joined.join([tail(1, 'b')])).toEqual(tail(1, 'b'));
});

test('a list that has become a value, or is forgotten, has no items to go on from', () => {
  for (const log of ['a text', undefined, null]) {
    const joined = new JoinedSaves({ log: ['a', 'b'] });
    joined.join([{ log }]);
    expect(() => joined.join([tail(2, 'c')])).toThrow('0 items are saved');
  }
});
