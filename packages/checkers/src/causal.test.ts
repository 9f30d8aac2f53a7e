import { describe, expect, test } from 'vitest';
import { type BadPattern, type CausalLevel, causal } from './causal.ts';
import type { Operation } from './history.ts';
import { type KvInput, type KvOutput, kvModel } from './kv.ts';

type KvOperation = Operation<KvInput, KvOutput>;

/** `p1: w x 1, r y 2` and so on, one line a process; `-` is the initial value. */
function told(text: string): KvOperation[] {
  return text.split('\n').flatMap((line) => {
    const [process = '', steps = ''] = line.trim().split(': ');
    return steps.split(', ').map((step, call): KvOperation => {
      const [kind, key = '', value = ''] = step.split(' ');
      const input = kind === 'w' ? ({ kind: 'put', key, value } as const) : ({ kind: 'get', key } as const);
      const output = kind === 'w' || value === '-' ? null : value;
      return { process, input, call: call * 2, completion: { kind: 'ok', at: call * 2 + 1, output } };
    });
  });
}

const all: readonly CausalLevel[] = ['CC', 'CCv', 'CM'];

const cases: { what: string; history: string; bad: Partial<Record<CausalLevel, BadPattern>> }[] = [
  {
    what: 'two processes that see two unrelated writes in different orders: memory allows it, convergence does not',
    history: `p1: w x 1, r x 2
              p2: w x 2, r x 1`,
    bad: { CCv: 'CyclicCF' },
  },
  {
    what: 'a process that sees two unrelated writes now in one order, now in the other: only plain causality allows it',
    history: `p1: w x 1
              p2: w x 2, r x 1, r x 2`,
    bad: { CM: 'CyclicHB', CCv: 'CyclicCF' },
  },
  {
    what: 'a reply seen before the post that it answers',
    history: `p1: w post 1
              p2: r post 1, w reply 2
              p3: r reply 2, r post -`,
    bad: { CC: 'WriteCOInitRead', CCv: 'WriteCOInitRead', CM: 'WriteCOInitRead' },
  },
  {
    what: 'a read of a write that is known to be replaced',
    history: `p1: w x 1, w x 2, w y 3
              p2: r y 3, r x 1`,
    bad: { CC: 'WriteCORead', CCv: 'WriteCORead', CM: 'WriteCORead' },
  },
  {
    what: 'a value that nobody wrote',
    history: 'p1: r x 7',
    bad: { CC: 'ThinAirRead', CCv: 'ThinAirRead', CM: 'ThinAirRead' },
  },
  {
    what: 'two processes that each read what the other writes later',
    history: `p1: r x 1, w y 2
              p2: r y 2, w x 1`,
    bad: { CC: 'CyclicCO', CCv: 'CyclicCO', CM: 'CyclicCO' },
  },
  {
    what: 'the initial value, though a write must have come before in the order that this process saw',
    history: `p1: w z 1, w x 1, w y 1
              p2: w x 2, r z -, r y 1, r x 2`,
    bad: { CM: 'WriteHBInitRead' },
  },
  {
    what: 'concurrent writes that everybody sees in one order',
    history: `p1: w x 1
              p2: w x 2
              p3: r x 1, r x 2
              p4: r x 1, r x 2`,
    bad: {},
  },
];

describe.each(cases)('$what', ({ history, bad }) => {
  test.each(all)('by %s', (level) => {
    const verdict = causal(told(history), kvModel, { level });
    expect(verdict.kind === 'illegal' ? verdict.evidence.rule : undefined).toBe(bad[level]);
  });
});

test('the proof tells the chain from the missed write to the read, and why each step of it holds', () => {
  const verdict = causal(told('p1: w post 1, w noise 5\np2: r post 1, w reply 2\np3: r reply 2, r post -'), kvModel);
  expect(verdict.kind === 'illegal' && verdict.evidence.words.split('\n')).toEqual([
    'WriteCOInitRead: a read knows of a write, and sees the initial value:',
    '  process p1: put post "1", from 0 to 1',
    '    which is seen by',
    '  process p2: get post → "1", from 0 to 1',
    '    and later, in the same process',
    '  process p2: put reply "2", from 2 to 3',
    '    which is seen by',
    '  process p3: get reply → "2", from 0 to 1',
    '    and later, in the same process',
    '  process p3: get post → nothing, from 2 to 3',
  ]);
});

test('the proof of a circle shows for each conflict what its read knew', () => {
  const verdict = causal(told('p1: w x 1, r x 2\np2: w x 2, r x 1'), kvModel, { level: 'CCv' });
  const words = verdict.kind === 'illegal' ? verdict.evidence.words : '';
  expect(words.match(/and to show what was known/g)).toHaveLength(2);
});

test('a value that two writes write and somebody reads is not judged, since nobody can say which was seen', () => {
  const verdict = causal(told('p1: w x 1\np2: w x 1\np3: r x 1'), kvModel);
  expect(verdict).toMatchObject({ kind: 'unknown', ranOut: 'data' });
});

test('operations that are no plain reads and writes are not judged', () => {
  const append: KvOperation = {
    process: 1,
    input: { kind: 'append', key: 'x', value: 'a' },
    call: 0,
    completion: { kind: 'ok', at: 1, output: null },
  };
  expect(causal([append], kvModel)).toMatchObject({ kind: 'unknown', ranOut: 'data' });
});

test('a write with unknown outcome that somebody saw comes after what its process did before, not before what it did later', () => {
  const before = told('p1: w x 1, w y 2, r y -').map((operation, nth) =>
    nth === 1 ? { ...operation, completion: { kind: 'info' } as const } : operation,
  );
  expect(causal([...before, ...told('p2: r y 2, r x 1')], kvModel).kind).toBe('ok');
  expect(causal([...before, ...told('p2: r y 2, r x -')], kvModel).kind).toBe('illegal');
});

test('budgets are kept: too many clocks for the memory, too many closures for the steps', () => {
  const history = told(cases[1]?.history ?? '');
  expect(causal(history, kvModel, { bytes: 10 })).toMatchObject({ kind: 'unknown', ranOut: 'memory' });
  expect(causal(history, kvModel, { level: 'CM', steps: 10 })).toMatchObject({ kind: 'unknown', ranOut: 'steps' });
});
