/** Values cross as what they are, and what comes home is the very thing that was lent; nobody uses more than he was given. */
import { expect, test } from 'vitest';
import { Crossings } from './crossing.ts';
import { type Crossing, type Lending, TooMuch, type Using } from './lending.ts';
import { Illegal } from './mirror.ts';
import { Shared } from './shared.ts';
import { memberNames } from './stand-in.ts';

const lending: Lending = {
  describe: memberNames,
  error: ({ name, message }) => ({ name, message, frames: [] }),
};

const asked: unknown[] = [];
const using: Using = {
  call: (...call) => asked.push(call),
  callMethod: (...call) => asked.push(call),
  post: async () => {},
  field: () => 'a field',
  error: ({ message }) => new Error(message),
  settled: () => {},
};

const pair = () => [new Crossings(lending, using), new Crossings(lending, using)] as const;
const asJson = (told: Crossing): Crossing => JSON.parse(JSON.stringify(told));

test.for<[string, unknown]>([
  ['leaves', ['x', 1, true, null]],
  ['what JSON does not know', [undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, 12n]],
  ['fields', { a: { b: [{ c: undefined }] }, 'with "signs"': 1 }],
  ['a field that is called as the prototype is', JSON.parse('{"__proto__":{"then":1}}')],
])('%s are copied as they are', ([, value]) => {
  const [here, there] = pair();
  const heard = there.hear(asJson(here.tell(value)));
  expect(heard).toEqual(value);
  expect(Object.getPrototypeOf(heard)).toBe(Object.getPrototypeOf(value));
});

test('a list that nobody may change can not be changed there', () => {
  const [here, there] = pair();
  expect(Object.isFrozen(there.hear(asJson(here.tell(Object.freeze([1])))))).toBe(true);
});

test('functions, errors, objects and promises come home as themselves', () => {
  const [here, there] = pair();
  const lent = [
    () => 1,
    new Error('planned'),
    new (class Lock {
      acquire() {}
    })(),
    new Promise(() => {}),
  ];
  const heard = there.hear(asJson(here.tell(lent))) as unknown[];
  expect(heard.map((each) => typeof each)).toEqual(['function', 'object', 'object', 'object']);
  expect((heard[1] as Error).message).toBe('planned');
  expect((heard[2] as object).constructor.name).toBe('Lock');
  const home = here.hear(asJson(there.tell(heard))) as unknown[];
  for (const [i, each] of home.entries()) expect(each).toBe(lent[i]);
});

test('a promise is settled once, and nobody else is', async () => {
  const [here, there] = pair();
  const heard = there.hear(asJson(here.tell(new Promise(() => {})))) as Promise<unknown>;
  there.settle('mine', 1, 'done', 'tea');
  expect(await heard).toBe('tea');
  expect(() => there.settle('mine', 1, 'done', 'coffee')).toThrow(Illegal);
});

test.for<[string, unknown]>([
  ['a number that nobody knows', ['mine', 7]],
  ['a thing that was not lent', ['yours', 7]],
  ['a kind of its own', ['map', []]],
  ['an object', { term: 1 }],
  ['a number that is none', ['function', '1']],
  ['an error without words', ['error', 1, { name: 'Error' }]],
  ['a field without a name', ['data', [1, 2]]],
])('%s is refused', ([, told]) => {
  expect(() => pair()[1].hear(told)).toThrow(Illegal);
});

test('of what can not be told as a whole nothing is told', () => {
  const [here, there] = pair();
  const lock = () => {};
  const circle: unknown[] = [lock];
  circle.push(circle);
  expect(() => here.tell(circle)).toThrow(TooMuch);
  expect(typeof there.hear(asJson(here.tell(lock)))).toBe('function');
});

test('only what was lent can be used', () => {
  const [here] = pair();
  here.tell({ acquire() {}, held: false });
  expect(() => here.objectOf(1, 'methods', 'hasOwnProperty')).toThrow(Illegal);
  expect(() => here.functionOf(1)).toThrow(Illegal);
});

test('who goes on with what he has passed is seen there, in the same object', () => {
  const [here, there] = pair().map((each, i) => new Shared(each, i === 0)) as [Shared, Shared];
  const peers = ['n1'];
  const changes: Record<string, unknown> = { term: 1, peers };
  const heard = there.hear(asJson(here.tell(changes))) as typeof changes;
  const inside = heard.peers;
  peers.push('n2');
  changes.term = 7;
  there.take(JSON.parse(JSON.stringify(here.changes())));
  expect(heard).toEqual({ term: 7, peers: ['n1', 'n2'] });
  expect(heard.peers).toBe(inside);
  expect(there.hear(asJson(here.tell(changes)))).toBe(heard);
});

test('what a judge has passed on, nobody changes over there for him', () => {
  const [judge, sandbox] = pair().map((each, i) => new Shared(each, i === 0)) as [Shared, Shared];
  const [script, counter] = [{ term: 1 }, new Int32Array(1)];
  const heard = sandbox.hear(asJson(judge.tell(script))) as typeof script;
  const counted = sandbox.hear(asJson(judge.tell(counter))) as Int32Array;
  heard.term = 99;
  counted[0] = 5;
  judge.take(JSON.parse(JSON.stringify(sandbox.changes())));
  expect([script.term, counter[0]]).toEqual([1, 5]);
});
