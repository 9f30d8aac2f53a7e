import { expect, test } from 'vitest';
import type { Operation } from './history.ts';
import { type KvInput, type KvOutput, kvModel } from './kv.ts';
import { linearizable } from './linearizable.ts';
import { sequential } from './sequential.ts';

const put = (process: number, key: string, value: string, call: number): Operation<KvInput, KvOutput> => ({
  process,
  input: { kind: 'put', key, value },
  call,
  completion: { kind: 'ok', at: call + 1, output: null },
});
const get = (process: number, key: string, output: string | null, call: number): Operation<KvInput, KvOutput> => ({
  process,
  input: { kind: 'get', key },
  call,
  completion: { kind: 'ok', at: call + 1, output },
});

test('a stale read is sequentially consistent, and not linearizable', () => {
  const history = [put(1, 'x', 'a', 0), get(2, 'x', null, 2)];
  expect(sequential(history, kvModel).kind).toBe('ok');
  expect(linearizable(history, kvModel).kind).toBe('illegal');
});

test('keys are judged together: each key alone is in order here, both together are not', () => {
  const history = [put(1, 'x', 'a', 0), get(1, 'y', null, 2), put(2, 'y', 'b', 0), get(2, 'x', null, 2)];
  const verdict = sequential(history, kvModel);
  expect(verdict.kind).toBe('illegal');
  for (const key of ['x', 'y'])
    expect(
      sequential(
        history.filter(({ input }) => input.key === key),
        kvModel,
      ).kind,
    ).toBe('ok');
});

test('the proof leaves out what has no part in it', () => {
  const history = [
    get(1, 'x', 'a', 0),
    put(2, 'x', 'a', 0),
    put(2, 'y', 'z', 1),
    get(3, 'x', 'a', 5),
    get(3, 'x', null, 7),
  ];
  const verdict = sequential(history, kvModel);
  expect(verdict.kind === 'illegal' && verdict.evidence.operations).toEqual([3, 4]);
});

test('a write with unknown outcome may come after later operations of its process', () => {
  const lost: Operation<KvInput, KvOutput> = { ...put(1, 'x', 'a', 0), completion: { kind: 'info' } };
  expect(sequential([lost, get(1, 'x', null, 2), get(1, 'x', 'a', 4)], kvModel).kind).toBe('ok');
});

test('a search that runs out of steps says so, and takes no more than it may', () => {
  const appends = Array.from(
    { length: 9 },
    (_, process): Operation<KvInput, KvOutput> => ({
      process,
      input: { kind: 'append', key: 'x', value: `${process}` },
      call: process,
      completion: { kind: 'ok', at: 100, output: null },
    }),
  );
  const verdict = sequential([...appends, get(9, 'x', 'none of them', 101)], kvModel, { steps: 3_000 });
  expect(verdict).toMatchObject({ kind: 'unknown', ranOut: 'steps' });
  expect(verdict.steps).toBeLessThan(3_050);
});

test('unique writes that have no order are refused without a search, however many others there are', () => {
  const noise = Array.from({ length: 12 }, (_, process) =>
    Array.from({ length: 30 }, (_unused, nth) => put(process + 10, `${process}`, `${process} ${nth}`, nth * 2)),
  ).flat();
  const history = [
    put(1, 'x', 'a', 0),
    put(2, 'x', 'b', 0),
    get(3, 'x', 'a', 2),
    get(3, 'x', 'b', 4),
    get(3, 'x', 'a', 6),
    ...noise,
  ];
  const verdict = sequential(history, kvModel, { steps: 1_000_000 });
  expect(verdict.kind === 'illegal' && verdict.evidence.operations).toEqual([2, 3, 4]);
  expect(verdict.steps).toBe(0);
});
