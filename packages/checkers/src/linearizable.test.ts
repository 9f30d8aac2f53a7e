import { expect, test } from 'vitest';
import type { Operation } from './history.ts';
import { type KvInput, type KvOutput, kvModel } from './kv.ts';
import { linearizable } from './linearizable.ts';
import type { Model } from './model.ts';
import { type RegisterInput, type RegisterOutput, registerModel } from './register.ts';

const put = (process: number, key: string, value: string, call: number, at: number): Operation<KvInput, KvOutput> => ({
  process,
  input: { kind: 'put', key, value },
  call,
  completion: { kind: 'ok', at, output: null },
});
const append = (process: number, value: string, call: number, at: number): Operation<KvInput, KvOutput> => ({
  process,
  input: { kind: 'append', key: 'x', value },
  call,
  completion: { kind: 'ok', at, output: null },
});
const get = (
  process: number,
  key: string,
  output: string | null,
  call: number,
  at: number,
): Operation<KvInput, KvOutput> => ({
  process,
  input: { kind: 'get', key },
  call,
  completion: { kind: 'ok', at, output },
});

/** Nobody knows which of the overlapping appends came first until the read at the end, which saw none of those orders. */
function hard(appends: number): Operation<KvInput, KvOutput>[] {
  const many = Array.from({ length: appends }, (_, nth) => append(nth, `${nth}`, 0, 100));
  return [...many, get(appends, 'x', 'none of them', 101, 102)];
}

/** Without its hints a model leaves all to the search. */
const { growth: _growth, access: _access, ...blindKv } = kvModel;

test('the proof names the operations that cannot be ordered, in words, and leaves out what has no part in it', () => {
  const verdict = linearizable(
    [
      put(1, 'x', 'a', 0, 1),
      put(2, 'y', 'b', 0, 1),
      put(2, 'x', 'c', 2, 3),
      get(3, 'y', 'b', 4, 5),
      get(3, 'x', 'a', 6, 7),
    ],
    kvModel,
  );
  expect(verdict.kind === 'illegal' && verdict.evidence).toEqual({
    rule: 'linearizability',
    operations: [0, 2, 4],
    words: [
      'A key-value store has no order for these 3 operations in which each takes effect between its call and its completion, whenever the 2 others took effect, if at all:',
      '  process 1: put x "a", from 0 to 1',
      '  process 2: put x "c", from 2 to 3',
      '  process 3: get x → "a", from 6 to 7',
    ].join('\n'),
  });
});

test('a search that runs out of steps says so, and never says ok', () => {
  const verdict = linearizable(hard(9), blindKv, { steps: 5_000 });
  expect(verdict).toMatchObject({ kind: 'unknown', ranOut: 'steps', steps: 5_000 });
});

test('a search that runs out of memory says so, and never says ok', () => {
  const verdict = linearizable(hard(9), blindKv, { bytes: 100_000 });
  expect(verdict).toMatchObject({ kind: 'unknown', ranOut: 'memory' });
});

test('equal histories take equal steps, so that a budget gives equal verdicts on every machine', () => {
  const steps = [1, 2, 3].map(() => linearizable(hard(6), blindKv).steps);
  expect(new Set(steps).size).toBe(1);
});

test('looking ahead to what a read saw spares the search all other orders of appends', () => {
  const appends = Array.from({ length: 40 }, (_, nth) => append(nth, `${nth},`, nth, 1_000));
  const order = appends.map((_, nth) => `${(nth * 7) % 40},`).join('');
  const verdict = linearizable([...appends, get(99, 'x', order, 1_001, 1_002)], kvModel);
  expect(verdict.kind).toBe('ok');
  expect(verdict.steps).toBeLessThan(5_000);
});

test('one illegal key ends the whole before a hard key is done', () => {
  const verdict = linearizable(
    [...hard(9), put(90, 'y', 'a', 0, 1), append(90, 'b', 2, 3), get(91, 'y', null, 4, 5)],
    blindKv,
  );
  expect(verdict.kind).toBe('illegal');
  expect(verdict.steps).toBeLessThan(20_000);
});

test('unique writes to a register need no search, however much overlaps', () => {
  const history: Operation<RegisterInput, RegisterOutput>[] = [];
  for (let nth = 0; nth < 20_000; nth++)
    history.push({
      process: nth,
      input: nth % 2 === 0 ? { kind: 'write', value: nth } : { kind: 'read' },
      call: nth,
      completion: { kind: 'ok', at: nth + 500, output: nth % 2 === 0 ? null : nth - 1 },
    });
  expect(linearizable(history, registerModel)).toEqual({ kind: 'ok', steps: 0 });
});

test('many crashed writes of few values cost little: they are optional, and alike', () => {
  const crashed = Array.from(
    { length: 200 },
    (_, nth): Operation<RegisterInput, RegisterOutput> => ({
      process: nth,
      input: { kind: 'write', value: nth % 3 },
      call: 0,
      completion: { kind: 'info' },
    }),
  );
  const reads = Array.from(
    { length: 60 },
    (_, nth): Operation<RegisterInput, RegisterOutput> => ({
      process: 999,
      input: { kind: 'read' },
      call: 2 * nth + 1,
      completion: { kind: 'ok', at: 2 * nth + 2, output: nth % 3 },
    }),
  );
  const verdict = linearizable([...crashed, ...reads], registerModel);
  expect(verdict.kind).toBe('ok');
  expect(verdict.steps).toBeLessThan(20_000);
});

test('states may be any plain data: two that are equal are one, whatever the order of their fields', () => {
  type State = Readonly<Record<string, number>>;
  const counters: Model<State, { add: string }, number> = {
    name: 'set of counters',
    initial: {},
    step: (state, { add }, answer) => {
      const { [add]: before = 0, ...others } = state;
      return answer === undefined || answer === before + 1 ? { ...others, [add]: before + 1 } : undefined;
    },
  };
  const both = ['a', 'b', 'c', 'd', 'e', 'f'].map((add, process) => ({
    process,
    input: { add },
    call: 0,
    completion: { kind: 'ok', at: 9, output: 1 } as const,
  }));
  const again = { process: 7, input: { add: 'a' }, call: 10, completion: { kind: 'ok', at: 11, output: 5 } as const };
  const verdict = linearizable([...both, again], counters);
  expect(verdict.kind).toBe('illegal');
  // 2^6 sets of added counters, each reached once; were equal states two, it would be every order of them.
  expect(verdict.steps).toBeLessThan(6 * 64 + 10);
});

test('a state that is not plain data is refused by name, since equal ones could not be told', () => {
  const model: Model<Map<string, number>, string, null> = {
    name: 'map',
    initial: new Map(),
    step: (state) => new Map(state),
  };
  const history = [{ process: 1, input: 'a', call: 0, completion: { kind: 'ok', at: 1, output: null } as const }];
  expect(() => linearizable(history, model)).toThrow('Cannot compare a Map');
});

test('a completion before its call is refused with the operation that has it', () => {
  expect(() => linearizable([put(3, 'x', 'a', 5, 4)], kvModel)).toThrow(
    'operation 0, of process 3, is called at 5 and completes at 4',
  );
});
