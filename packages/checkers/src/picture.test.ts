import { describe, expect, test } from 'vitest';
import type { Operation } from './history.ts';
import { type KvInput, type KvOutput, kvModel } from './kv.ts';
import { laidOut } from './layout.ts';
import { linearizable } from './linearizable.ts';
import { picture } from './picture.ts';
import { described } from './words.ts';

type KvOperation = Operation<KvInput, KvOutput>;

const put = (process: number, value: string, call: number): KvOperation => ({
  process,
  input: { kind: 'put', key: 'x', value },
  call,
  completion: { kind: 'ok', at: call + 3, output: null },
});
const stale = (call: number): KvOperation => ({
  process: 'reader',
  input: { kind: 'get', key: 'x' },
  call,
  completion: { kind: 'ok', at: call + 1, output: null },
});
const unfinished = (operation: KvOperation, kind: 'info' | 'fail'): KvOperation => ({
  ...operation,
  completion: { kind },
});

const short = [
  put(1, 'a', 0),
  unfinished(put(1, 'lost', 4), 'info'),
  put(1, 'b', 5),
  unfinished(put(2, 'refused', 6), 'fail'),
  put(2, 'c', 7),
  stale(20),
];
const drawnOf = (history: KvOperation[]): string => picture(history, kvModel, linearizable(history, kvModel));
const layoutOf = (history: KvOperation[]) =>
  laidOut(history, [...history.keys()], (index) => described(history[index] as KvOperation, kvModel));

describe('the bars', () => {
  test('keep the order of all events, whatever their labels need', () => {
    const { bars } = layoutOf(short);
    for (const a of bars)
      for (const b of bars)
        if ((short[a.index] as KvOperation).call < (short[b.index] as KvOperation).call) expect(a.x).toBeLessThan(b.x);
  });

  test('of one process never lie on each other', () => {
    const { bars } = layoutOf(short);
    for (const a of bars)
      for (const b of bars) if (a.index < b.index && a.y === b.y) expect(a.x + a.width).toBeLessThan(b.x);
  });

  test('are long enough for their labels', () => {
    for (const { width, label } of layoutOf([...short, put(3, 'a text that is too long for any bar', 30)]).bars) {
      expect(label.length).toBeLessThanOrEqual(28);
      expect(width).toBeGreaterThan(label.length * 7);
    }
  });
});

describe('the picture', () => {
  test('marks the operations of the proof, with numbers, not by colour alone', () => {
    const svg = drawnOf(short);
    expect(svg.match(/class="proof"/g)).toHaveLength(2);
    expect(svg.match(/class="number"/g)).toHaveLength(2);
  });

  test('is well-formed, whatever the values are', () => {
    const svg = drawnOf([put(1, `<script>"&'\u0000\u001b`, 0), stale(9)]);
    expect(svg).not.toContain('<script');
    expect(svg).not.toMatch(/&(?!#\d+;)/);
    const tags = [...svg.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)];
    const open: string[] = [];
    for (const [, closing, name = '', alone] of tags) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!alone) open.push(name);
    }
    expect(open).toEqual([]);
  });

  test('stays readable at thousands of operations: the proof large among its neighbours, the rest on one strip', () => {
    const many = Array.from({ length: 5_000 }, (_, nth) => put(nth % 7, `${nth}`, nth));
    const svg = drawnOf([...many, stale(6_000)]);
    expect(svg.match(/<g><title>/g)?.length).toBeLessThanOrEqual(60);
    expect(svg.match(/class="proof"/g)).toHaveLength(2);
    expect(svg).toContain('of 5001 operations');
    expect(svg.length).toBeLessThan(200_000);
  });

  test('of an empty history is a picture', () => {
    expect(drawnOf([])).toContain('ok');
  });
});
