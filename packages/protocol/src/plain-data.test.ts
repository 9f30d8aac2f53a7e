import { describe, expect, test } from 'vitest';
import { copy, difference, notPlain, sharedPart } from './plain-data.ts';
import { isEqual, isPlain } from './quick.ts';

class Vote {
  granted = true;
}

const circle: Record<string, unknown> = { term: 1 };
circle.self = circle;

const plain: [string, unknown][] = [
  ['nothing in it', {}],
  ['every leaf', { a: 'x', b: 0, c: -1.5, d: true, e: null, f: [] }],
  ['lists in lists', [[1, [2]], [{ x: [3] }]]],
  ['one object twice, which is no circle', [plainTwice(), plainTwice()]],
  ['a field that is undefined', { leader: undefined }],
  ['an object without a prototype', Object.create(null)],
];

const offenders: [unknown, string][] = [
  [{ votes: new Set(['n1']) }, 'state.votes is a Set'],
  [{ nextIndex: new Map() }, 'state.nextIndex is a Map'],
  [{ heard: [1, new Date(0)] }, 'state.heard[1] is a Date'],
  [{ role: { vote: new Vote() } }, 'state.role.vote is a Vote'],
  [{ wins() {} }, 'state.wins is a function'],
  [{ term: Number.NaN }, 'state.term is NaN'],
  [{ until: Number.POSITIVE_INFINITY }, 'state.until is Infinity'],
  [{ id: 1n }, 'state.id is a bigint'],
  [{ log: [undefined] }, 'state.log[0] is undefined'],
  [undefined, 'state is undefined'],
  [{ [Symbol('secret')]: 1 }, 'state has a symbol as a key'],
  [Object.defineProperty({}, 'term', { enumerable: true, get: () => 1 }), 'state.term is a getter or a setter'],
  [circle, 'state.self contains itself'],
  [Promise.resolve(), 'state is a Promise'],
];

describe('plain data', () => {
  test.each(plain)('is %s', (_name, value) => {
    expect(notPlain(value, 'state')).toBe(undefined);
  });

  test.each(offenders)('is not %o: the offender is named by its path', (value, sentence) => {
    expect(notPlain(value, 'state')).toBe(sentence);
  });

  test('is never called so by the quick look, except for what a copy makes plain', () => {
    const madePlain = ['getter', 'symbol'];
    for (const [value, sentence] of offenders)
      if (!madePlain.some((word) => sentence.includes(word)))
        expect([sentence, isPlain(value)]).toEqual([sentence, false]);
  });
});

describe('a copy', () => {
  test('is equal and shares nothing', () => {
    const original = {
      me: 'n1',
      log: [{ term: 1, command: { set: ['x'] } }],
      role: { kind: 'leader', nextIndex: { n2: 3 } },
    };
    const copied = copy(original);
    expect(copied).toEqual(original);
    expect([copied.log === original.log, copied.log[0] === original.log[0], copied.role === original.role]).toEqual([
      false,
      false,
      false,
    ]);
    expect(copied.log[0]?.command.set).not.toBe(original.log[0]?.command.set);
    expect(copied.role.nextIndex).not.toBe(original.role.nextIndex);
  });

  test('of a leaf is the leaf', () => {
    for (const leaf of ['x', 1, true, null, undefined]) expect(copy(leaf)).toBe(leaf);
  });

  test('keeps a field that is called as the prototype is, and only as a field', () => {
    const hostile = JSON.parse('{"__proto__": {"isLeader": true}}') as { isLeader?: boolean };
    expect(copy(hostile).isLeader).toBe(undefined);
    expect(Object.keys(copy(hostile))).toEqual(['__proto__']);
  });
});

describe('the difference of two values', () => {
  const pairs: [unknown, unknown, string | undefined][] = [
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, undefined],
    [{ a: 1 }, { a: 1, b: undefined }, undefined],
    [{ votedFor: 'n1' }, { votedFor: null }, 'state.votedFor'],
    [{ role: { votes: ['n1'] } }, { role: { votes: ['n1', 'n2'] } }, 'state.role.votes[1]'],
    [{ log: [{ term: 1 }] }, { log: [{ term: 2 }] }, 'state.log[0].term'],
    [{ votes: [] }, { votes: {} }, 'state.votes'],
    [{ votes: null }, { votes: {} }, 'state.votes'],
    [1, '1', 'state'],
  ];

  test.each(pairs)('%j and %j: %s', (a, b, path) => {
    expect(difference(a, b, 'state')).toBe(path);
    expect(difference(b, a, 'state')).toBe(path);
  });

  test('is never overlooked by the quick look', () => {
    for (const [a, b, path] of pairs) if (path) expect([isEqual(a, b), isEqual(b, a)]).toEqual([false, false]);
    expect(isEqual({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  });
});

describe('a shared part', () => {
  test('is named by both of its places', () => {
    const votes = ['n1'];
    expect(sharedPart({ role: { votes }, lastVotes: votes }, 'state')).toBe(
      'state.role.votes and state.lastVotes are one and the same object',
    );
    expect(sharedPart([votes, votes], 'log')).toBe('log[0] and log[1] are one and the same object');
  });

  test('is not what is only equal', () => {
    expect(sharedPart({ a: { x: 1 }, b: { x: 1 }, c: null, d: null }, 'state')).toBe(undefined);
  });
});

function plainTwice(): unknown {
  const entry = { term: 1 };
  return { first: entry, last: entry };
}
