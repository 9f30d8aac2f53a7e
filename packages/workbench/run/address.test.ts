import { describe, expect, test } from 'vitest';
import type { Action } from './action.ts';
import { decode, encode } from './address.ts';
import { evenLineup, evenSetup } from './setup.ts';

const everything: Action[] = [
  { at: 0, nth: 0, kind: 'crash', node: 'n2' },
  { at: 1234.567, nth: 0, kind: 'restart', node: 'n2' },
  { at: 1234.567, nth: 3, kind: 'pause', node: 'n1' },
  { at: 1300, nth: 0, kind: 'resume', node: 'n1' },
  { at: 1300, nth: 1, kind: 'cut', from: 'n1', to: 'n3' },
  { at: 1300, nth: 2, kind: 'join', from: 'n1', to: 'n3' },
  { at: 1300, nth: 3, kind: 'heal' },
  { at: 1300, nth: 4, kind: 'drop', id: 17 },
  { at: 1300, nth: 5, kind: 'duplicate', id: 18 },
  { at: 1300, nth: 6, kind: 'deliver', id: 19 },
  { at: 1300, nth: 7, kind: 'hold', id: 20, by: 250 },
  { at: 1300, nth: 8, kind: 'fire', node: 'n3', timer: 'heartbeat' },
  { at: 1300, nth: 9, kind: 'ask', node: 'n1', ask: { kind: 'put', key: 'a~b!c-d', value: 'ü &=', flags: 0 } },
  { at: 1300, nth: 10, kind: 'ask', node: 'n1', ask: { kind: 'get', key: 'a*b', mode: 'stale' } },
];

describe('the address of a run', () => {
  test('says everything, and is read back as it was', () => {
    const setup = {
      seed: 4711,
      network: 'rough' as const,
      lineups: [
        evenLineup('kv-store', 'mine'),
        evenLineup('election', 'reference'),
        { ...evenLineup('kv-store', 'reference'), election: 'mutant-12' as const },
      ],
    };
    const run = { setup, actions: everything, moment: { at: 2000.001, nth: 2 } };
    expect(decode(new URLSearchParams(encode(run)))).toEqual(run);
  });

  test('is short for what is the same everywhere', () => {
    const setup = evenSetup(9, 1, evenLineup('kv-store', 'reference'));
    expect(encode({ setup, actions: [], moment: { at: 0, nth: 0 } })).toBe('nodes=9&seed=1&net=slow&who=rrr&at=0');
  });

  test('can be read: what was done is not written in codes twice over', () => {
    const setup = evenSetup(3, 1, evenLineup('kv-store', 'reference'));
    const put = {
      at: 1,
      nth: 0,
      kind: 'ask' as const,
      node: 'n1',
      ask: { kind: 'put' as const, key: 'x', value: '1', flags: 0 },
    };
    expect(encode({ setup, actions: [put], moment: { at: 1, nth: 1 } })).toMatch(/&do=q1-x\*1!rs&at=rs_1$/);
  });

  test('that makes no sense is a run all the same', () => {
    const query = new URLSearchParams('nodes=99&seed=x&net=wet&who=zz&do=x99!1~q1-%7B!2~nonsense~c1-1&at=-');
    const { setup, actions, moment } = decode(query);
    expect([setup.lineups.length, setup.seed, setup.network, actions, moment]).toEqual([
      9,
      1,
      'slow',
      [],
      { at: 0, nth: 0 },
    ]);
  });
});
