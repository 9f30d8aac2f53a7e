import { describe, expect, test } from 'vitest';
import type { Protocol, World } from './contract.ts';
import { BrokenContract, inspected } from './inspected.ts';
import { type Call, perform, Turn } from './turn.ts';

interface Probe {
  State: Record<string, unknown>;
  Message: { kind: 'note'; [field: string]: unknown };
  Timer: string;
  Durable: Record<string, unknown>;
}

const tick: Call<Probe> = { kind: 'timer', timer: 'tick' };

/** A protocol whose timer's handler is the one that is looked at. */
const onTick = (act: (state: Probe['State'], world: World<Probe>) => void): Protocol<Probe> => ({
  start: () => ({ votes: [] }),
  onMessage: () => undefined,
  onTimer(state, _timer, world) {
    act(state, world);
    return undefined;
  },
});

const take = (act: (state: Probe['State'], world: World<Probe>) => void, state: Probe['State'] = { votes: [] }) => {
  const world = new Turn<Probe>(42, () => 1);
  perform(inspected(onTick(act)), state, tick, world);
  return { world, state };
};

describe('an inspection', () => {
  test('passes on what the handler asked for, once, and changes the state once', () => {
    const { world, state } = take((node, asked) => {
      node.count = Number(node.count ?? 0) + 1;
      asked.save({ count: node.count });
      asked.send('n2', { kind: 'note', at: asked.now });
      asked.setTimer('tick', 5, 15);
      asked.clearTimer('tock');
    });
    expect(state).toEqual({ votes: [], count: 1 });
    expect(world.saves).toEqual([{ count: 1 }]);
    expect(world.sends).toEqual([{ to: 'n2', message: { kind: 'note', at: 42 } }]);
    expect(world.timers).toEqual([{ timer: 'tick', range: { min: 5, max: 15 } }, { timer: 'tock' }]);
  });

  test('lets the dice decide, the same both times', () => {
    expect(take((state, world) => (state.luck = world.choose(['a', 'b', 'c']))).state.luck).toBe('b');
  });

  test('lets a handler change what it has sent', () => {
    const { world } = take((_state, asked) => {
      const message = { kind: 'note' as const, list: ['a'] };
      asked.send('n2', message);
      message.list.push('b');
    });
    expect(world.sends[0]?.message.list).toEqual(['a']);
  });

  let outside = 0;
  const undetermined: [string, Parameters<typeof onTick>[0], string][] = [
    ['chance in the state', (state) => (state.votedAt = Math.random()), 'state.votedAt'],
    ['a counter outside the state', (state) => (state.term = ++outside), 'state.term'],
    [
      'chance in a message',
      (_, world) => world.send('n2', { kind: 'note', luck: Math.random() }),
      'world.send[0].message.luck',
    ],
    ['chance in a timer', (_, world) => world.setTimer('tick', Math.random()), 'world.timer[0].range.min'],
    ['chance on the disk', (_, world) => world.save({ luck: Math.random() }), 'world.save[0].luck'],
    [
      'a message that only the first call sends',
      (_, world) => outside++ % 2 || world.send('n2', { kind: 'note' }),
      'world.send[0]',
    ],
  ];

  test.each(undetermined)('finds %s', (_name, act, path) => {
    expect(() => take(act)).toThrow(
      new BrokenContract(`your handler is not deterministic: called twice with the same timer, ${path} differed`),
    );
  });

  const notPlain: [string, Parameters<typeof onTick>[0], string][] = [
    ['a set in the state', (state) => (state.votes = new Set(['n1'])), 'state.votes is a Set'],
    ['a function in the state', (state) => (state.wins = () => true), 'state.wins is a function'],
    [
      'a set in a message',
      (_, world) => world.send('n2', { kind: 'note', votes: new Set() }),
      'message.votes is a Set',
    ],
    [
      'a number that is none in a message',
      (_, world) => world.send('n2', { kind: 'note', term: Number.NaN }),
      'message.term is NaN',
    ],
    ['a map on the disk', (_, world) => world.save({ votes: new Map() }), 'save.votes is a Map'],
  ];

  test.each(notPlain)('finds %s, which a copy would hide', (_name, act, sentence) => {
    expect(() => take(act)).toThrow(new BrokenContract(`your state and messages must be plain data: ${sentence}`));
  });

  test('finds a getter in the state that a node boots with', () => {
    const protocol = {
      ...onTick(() => {}),
      start: () => ({
        get leader() {
          return 'n1';
        },
      }),
    };
    const call: Call<Probe> = { kind: 'start', me: 'n1', peers: [], saved: {} };
    expect(() => perform(inspected(protocol), undefined, call, new Turn<Probe>(0, () => 0))).toThrow(
      'state.leader is a getter',
    );
  });

  test('says so where two parts of a state are one object, which no runtime keeps', () => {
    const votes: string[] = [];
    const state = { role: { votes }, lastVotes: votes };
    expect(() => take((node) => (node.lastVotes as string[]).push('n2'), state)).toThrow(
      'state.role.votes and state.lastVotes are one and the same object',
    );
  });

  test('passes on what the handler throws', () => {
    expect(() =>
      take(() => {
        throw new TypeError('undefined is not a vote');
      }),
    ).toThrow(new TypeError('undefined is not a vote'));
  });
});
