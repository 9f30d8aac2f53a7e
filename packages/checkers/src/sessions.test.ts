import { describe, expect, test } from 'vitest';
import { causal } from './causal.ts';
import { convergent } from './convergent.ts';
import type { Operation } from './history.ts';
import { type KvInput, type KvOutput, kvModel } from './kv.ts';
import { check, levels } from './level.ts';
import { type RegisterInput, type RegisterOutput, registerModel } from './register.ts';
import { session, sessionGuarantees } from './sessions.ts';

type KvOperation = Operation<KvInput, KvOutput>;

/** `1 put x a`, `2 get x -`: one operation after the other, of the process in front; `-` is nothing. */
function story(...lines: readonly string[]): KvOperation[] {
  return lines.map((line, nth): KvOperation => {
    const [process = '', kind, key = '', value = ''] = line.split(' ');
    const input = kind === 'put' ? ({ kind, key, value } as const) : ({ kind: 'get', key } as const);
    const output = kind === 'put' || value === '-' ? null : value;
    return { process, input, call: nth * 2, completion: { kind: 'ok', at: nth * 2 + 1, output } };
  });
}

const broken = (history: KvOperation[]): string[] =>
  sessionGuarantees.filter((guarantee) => session(history, kvModel, guarantee).kind === 'illegal');

describe('each guarantee is broken by its own story', () => {
  test('read your writes: a client puts, moves to a replica that lags, and does not find it', () => {
    expect(broken(story('1 put x a', '1 get x -'))).toEqual(['read your writes']);
    expect(broken(story('1 put x a', '1 put x b', '1 get x a'))).toEqual(['read your writes']);
  });

  test('monotonic reads: a client reads, moves to a replica that lags, and reads nothing', () => {
    expect(broken(story('1 put x a', '2 get x a', '2 get x -'))).toEqual(['monotonic reads']);
  });

  test('monotonic reads: a client sees one value, another, and the one again', () => {
    expect(broken(story('1 put x a', '2 put x b', '3 get x a', '3 get x b', '3 get x a'))).toEqual(['monotonic reads']);
  });

  test('monotonic writes: the second write of a client is there before the first', () => {
    expect(broken(story('1 put x a', '1 put y b', '2 get y b', '2 get x -'))).toEqual(['monotonic writes']);
  });

  test('writes follow reads: a reply is there before the post that it answers', () => {
    const history = story('1 put post a', '2 get post a', '2 put reply b', '3 get reply b', '3 get post -');
    expect(broken(history)).toEqual(['writes follow reads']);
  });
});

test('the proof tells the write, how it was known, and the read that missed it', () => {
  const history = story('1 put post a', '2 get post a', '2 put reply b', '3 get reply b', '3 get post -');
  const verdict = session(history, kvModel, 'writes follow reads');
  expect(verdict.kind === 'illegal' && verdict.evidence.operations).toEqual([0, 1, 2, 3, 4]);
});

test('to see nothing new breaks no guarantee', () => {
  expect(broken(story('1 put x a', '2 get x -', '2 get x -'))).toEqual([]);
});

test('two replicas that order unrelated writes differently break no guarantee', () => {
  const history = story('1 put x a', '2 put x b', '3 get x a', '3 get x b', '4 get x b', '4 get x a');
  expect(broken(history)).toEqual([]);
});

test('a write with unknown outcome may be missed by its own process, but not by who saw it', () => {
  const [put, ...reads] = story('1 put x a', '1 get x -', '2 get x a', '2 get x -');
  const history = [{ ...(put as KvOperation), completion: { kind: 'info' } as const }, ...reads];
  expect(broken(history)).toEqual(['monotonic reads']);
});

test('where causality runs in a circle nothing is said of sessions', () => {
  const history = story('1 get x a', '1 put y b', '2 get y b', '2 put x a');
  expect(causal(history, kvModel)).toMatchObject({ kind: 'illegal' });
  expect(session(history, kvModel, 'monotonic reads')).toMatchObject({ kind: 'unknown', ranOut: 'data' });
});

describe('convergence', () => {
  const written = story('1 put x a', '2 put x b');
  const late = (...lines: readonly string[]): KvOperation[] => [
    ...written,
    ...story('9 get z -', '9 get z -', '9 get z -', ...lines).slice(3),
  ];

  test('all late reads agree on something that was written', () => {
    expect(convergent(late('3 get x b', '4 get x b'), kvModel, 5).kind).toBe('ok');
  });

  test('late reads that differ prove that replicas do', () => {
    const verdict = convergent(late('3 get x b', '4 get x a'), kvModel, 5);
    expect(verdict.kind === 'illegal' && verdict.evidence.operations).toEqual([2, 3]);
  });

  test('to agree on what nobody wrote is no convergence', () => {
    expect(convergent(late('3 get x c', '4 get x c'), kvModel, 5).kind).toBe('illegal');
    expect(convergent(late('3 get x -', '4 get x -'), kvModel, 5).kind).toBe('illegal');
  });

  test('no late read, no verdict: nothing was checked', () => {
    expect(convergent(written, kvModel, 5)).toMatchObject({ kind: 'unknown', ranOut: 'data' });
  });

  test('a write after the quiet began is an error of who asked, and said to be', () => {
    expect(convergent(late('3 put x c', '4 get x c'), kvModel, 5)).toMatchObject({ kind: 'unknown', ranOut: 'data' });
  });
});

test('the levels by name: what keeps one keeps all weaker ones', () => {
  const write = (process: number, value: number, call: number): Operation<RegisterInput, RegisterOutput> => ({
    process,
    input: { kind: 'write', value },
    call,
    completion: { kind: 'ok', at: call + 1, output: null },
  });
  const stale: Operation<RegisterInput, RegisterOutput>[] = [
    write(1, 1, 0),
    { process: 2, input: { kind: 'read' }, call: 2, completion: { kind: 'ok', at: 3, output: null } },
  ];
  const kept = levels.filter((level) => check(stale, registerModel, level).kind === 'ok');
  expect(kept).toEqual(levels.slice(1));
});
