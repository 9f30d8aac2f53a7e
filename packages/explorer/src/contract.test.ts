/** Handlers that are no protocol: each way is found, and said in words; what is only unusual is let pass. */
import type { Protocol } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { explore } from './explore.ts';
import { onTick, type Tiny, tiny } from './test-protocol.ts';

const found = (...nodes: Protocol<Tiny>[]) => {
  const verdict = explore<Tiny>({ nodes: Object.fromEntries(nodes.map((node, i) => [`n${i + 1}`, node])) });
  return 'message' in verdict ? `${verdict.kind}: ${verdict.message}` : verdict.kind;
};

describe('a handler breaks the contract', () => {
  test('whose state is no plain data', () => {
    expect(found(onTick((state) => (state.seen = new Set())))).toMatch(/^broken-contract: .*state.seen is a Set/);
    expect(found(onTick((_state, world) => world.send('n1', { kind: 'a', at: Number.NaN })))).toMatch(
      'message.at is NaN',
    );
    expect(found(onTick((_state, world) => world.save({ of: new Date(0) })))).toMatch('save.of is a Date');
    expect(found(tiny({ start: () => undefined as never }))).toMatch('state is undefined');
  });

  test('that counts, or rolls dice, outside its state', () => {
    let calls = 0;
    expect(found(onTick((state) => (state.calls = ++calls)))).toMatch(
      'broken-contract: your handler is not deterministic',
    );
    const rolls = onTick((_state, world) => world.setTimer('tick', Math.random()));
    expect(found(rolls)).toMatch('broken-contract');
  });

  test('that depends on the order of keys', () => {
    const first = onTick((state) => (state.first = Object.keys(state.table as object)[0]));
    const node = tiny({
      ...first,
      start: (me, peers, saved, world) => ({ ...first.start(me, peers, saved, world), table: { a: 1, b: 2 } }),
    });
    expect(found(node)).toMatch('broken-contract: your handler depends on the order of an object’s keys');
  });

  test('not that sends in the order of keys: messages overtake each other anyway', () => {
    const node = onTick((state, world) => {
      for (const peer of Object.keys(state.table as object)) world.send(peer, { kind: 'a' });
    });
    const sending = tiny({
      ...node,
      start: (me, peers, saved, world) => ({ ...node.start(me, peers, saved, world), table: { n1: 1, n2: 2 } }),
    });
    expect(found(sending, tiny({}))).toBe('exhausted');
  });

  test('that remembers in a variable what another turn of it has seen', () => {
    let last = '';
    const node = tiny({
      start(_me, _peers, _saved, world) {
        world.send('n1', { kind: 'a' });
        world.send('n1', { kind: 'b' });
        return {};
      },
      onMessage(state, _from, { kind }) {
        // Twice in a row it does the same.
        if (last !== kind) state.before = last;
        state.before ??= '';
        last = kind;
        return undefined;
      },
    });
    expect(found(node)).toMatch('broken-contract');
  });

  test('that keeps one object for all nodes', () => {
    const shared: { of: unknown } = { of: null };
    const node = onTick((state) => {
      shared.of = state.me;
      state.shared = shared;
    });
    expect(found(node, node)).toMatch('broken-contract: what this node knows has changed between two of its turns');
  });

  test('that changes a constant by way of its state', () => {
    const nobody: string[] = [];
    const node = tiny({
      start(_me, _peers, _saved, world) {
        world.setTimer('clear', 1);
        world.setTimer('add', 1);
        return {};
      },
      onTimer(state, timer) {
        if (timer === 'clear') state.votes = nobody;
        else (state.votes as string[] | undefined)?.push('vote');
        return undefined;
      },
    });
    expect(found(node)).toMatch('broken-contract');
  });

  test('not that uses a constant and leaves it as it is', () => {
    const nobody: string[] = [];
    expect(
      found(
        onTick((state) => (state.votes = nobody)),
        onTick((state) => (state.votes = nobody)),
      ),
    ).toBe('exhausted');
  });

  test('not that throws, but is found, with the way there', () => {
    const bomb = onTick((state) => {
      if (state.me === 'n2') throw new Error('the vote is undefined');
    });
    const verdict = explore<Tiny>({ nodes: { n1: bomb, n2: bomb } });
    expect(verdict).toMatchObject({ kind: 'threw', node: 'n2', message: 'the vote is undefined', run: { steps: 1 } });
    // With its class and the line that threw it.
    expect(verdict.kind === 'threw' && verdict.error).toMatchObject({
      stack: expect.stringContaining(import.meta.filename),
    });
    expect(verdict.kind === 'threw' && verdict.run.trace.at(-1)).toEqual({
      at: 1,
      kind: 'throw',
      node: 'n2',
      error: 'the vote is undefined',
    });
    expect(
      found(
        tiny({
          start: () => {
            throw new Error('no log');
          },
        }),
      ),
    ).toBe('threw: no log');
  });

  test('that writes to nobody, saves beyond the end, returns something: that is thrown, too', () => {
    expect(found(onTick((_state, world) => world.send('n9', { kind: 'a' })))).toMatch('threw: Cannot send a to n9');
    expect(found(onTick((_state, world) => world.save({ log: { from: 3, items: [] } })))).toMatch(
      'threw: Cannot save the tail',
    );
    expect(
      found(
        tiny({
          start: (_me, _peers, _saved, world) => {
            world.setTimer('t', 1);
            return {};
          },
          onTimer: (async () => {}) as never,
        }),
      ),
    ).toMatch('async');
  });

  test('is not looked for in what invariants and goals are shown: that is frozen', () => {
    const invariants = [
      {
        name: 'meddles',
        check: ({ state }: { state?: Tiny['State'] | undefined }) => {
          if (state) state.me = 'n9';
          return undefined;
        },
      },
    ];
    expect(() => explore<Tiny>({ nodes: { n1: onTick(() => {}) }, invariants })).toThrow('read only');
  });
});
