/** Two mirrors stay equal, object by object; and one believes nothing that the other may not say. */
import { expect, test } from 'vitest';
import { Illegal, Mirror, NotPlain, type Write } from './mirror.ts';

const most = 1_000;

/** What the one side tells, as it comes over the line. */
function over(from: Mirror, to: Mirror, values: readonly unknown[]): unknown[] {
  const writes: Write[] = [];
  const told = from.tell(values, writes);
  to.take(JSON.parse(JSON.stringify(writes)), 0, []);
  return told.map((each) => to.heard(JSON.parse(JSON.stringify(each))));
}

const pair = (): [Mirror, Mirror] => [new Mirror(0, most), new Mirror(1, most)];

test('a state comes across, changes there, and comes back as the same objects', () => {
  const [judge, sandbox] = pair();
  const state = { term: 1, votedFor: null, log: [{ term: 1 }], role: { kind: 'candidate', votes: ['n1'] } };
  const { role } = state;
  const [theirs] = over(judge, sandbox, [state]) as [typeof state];
  expect(theirs).toEqual(state);
  theirs.term = 2;
  theirs.log.push({ term: 2 });
  theirs.role.votes.push('n2');
  over(sandbox, judge, [theirs]);
  expect(state).toEqual({ ...theirs });
  expect(state.role).toBe(role);
});

test('a new object in the place of an old one is a new one on the other side too', () => {
  const [judge, sandbox] = pair();
  const state = { role: { kind: 'leader' } };
  const before = state.role;
  const [theirs] = over(judge, sandbox, [state]) as [typeof state];
  theirs.role = { kind: 'leader' };
  over(sandbox, judge, [theirs]);
  expect(state.role).not.toBe(before);
});

test('what two states share is shared on the other side: a change in the one is seen in the other', () => {
  const [judge, sandbox] = pair();
  const [one, other] = [{ votes: [] as string[] }, { votes: [] as string[] }];
  const [theirOne, theirOther] = over(judge, sandbox, [one, other]) as [typeof one, typeof other];
  theirOther.votes = theirOne.votes;
  theirOne.votes.push('n2');
  over(sandbox, judge, [theirOne, theirOther]);
  expect(other.votes).toBe(one.votes);
});

test('fields come, go and are undefined, whatever they are called', () => {
  const [judge, sandbox] = pair();
  const state: Record<string, unknown> = JSON.parse('{"__proto__": {"x": 1}, "constructor": 1, "gone": 2}');
  const [theirs] = over(judge, sandbox, [state]) as [typeof state];
  expect(Object.keys(theirs)).toEqual(['__proto__', 'constructor', 'gone']);
  delete theirs.gone;
  theirs.leader = undefined;
  over(sandbox, judge, [theirs]);
  expect(Object.keys(state)).toEqual(['__proto__', 'constructor', 'leader']);
  expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
});

test('a list is told from where it differs', () => {
  const judge = new Mirror(0, most);
  const log = Array.from({ length: 100 }, (_, i) => i);
  judge.tell([log], []);
  log.length = 99;
  log.push(-1, -2);
  const writes: Write[] = [];
  judge.tell([log], writes);
  expect(writes).toEqual([[2, 'tail', 99, [-1, -2]]]);
});

const circle: Record<string, unknown> = {};
circle.self = circle;

test.for([
  ['a set', new Set()],
  ['a function', () => 1],
  ['a number that is none', Number.NaN],
  ['a hole in a list', [undefined]],
  ['an instance of a class', new (class Role {})()],
  ['a circle', circle],
] as const)('%s is not told', ([, part]) => {
  expect(() => new Mirror(0, most).tell([{ part }], [])).toThrow(NotPlain);
});

test.for<[string, unknown]>([
  ['changes what it was not given', [[2, 'fields', ['term', 9], []]]],
  ['takes a number of ours', [[4, 'object', []]]],
  [
    'takes a number twice',
    [
      [3, 'object', []],
      [3, 'object', []],
    ],
  ],
  ['tells of what nobody knows', [[3, 'object', ['role', [77]]]]],
  ['puts an object into itself', [[3, 'object', ['self', [3]]]]],
  [
    'closes a circle',
    [
      [3, 'list', []],
      [5, 'list', [[3]]],
      [3, 'tail', 0, [[5]]],
    ],
  ],
  [
    'goes on behind the end of a list',
    [
      [3, 'list', []],
      [3, 'tail', 5, [1]],
    ],
  ],
  ['leaves a hole', [[3, 'list', [[]]]]],
  [
    'writes a list as an object',
    [
      [3, 'list', []],
      [3, 'fields', ['length', 4e9], []],
    ],
  ],
  ['writes without an end', Array.from({ length: most + 1 }, (_, i) => [2 * i + 3, 'list', []])],
  ['writes what is no list', [{ id: 3 }]],
  ['writes nothing at all', 'writes'],
])('whoever %s is refused', ([, writes]) => {
  const judge = new Mirror(0, most);
  judge.tell([{ term: 1 }], []);
  const roots = () => [judge.heard([3])];
  expect(() => {
    judge.take(writes as Write[], 2, []);
    judge.take([], 2, roots());
    judge.tell(roots(), []);
  }).toThrow(/./);
});

test('an illegal write is told as what it is', () => {
  const judge = new Mirror(0, most);
  expect(() => judge.take([[2, 'fields', ['term', 9], []]], 0, [])).toThrow(Illegal);
});
