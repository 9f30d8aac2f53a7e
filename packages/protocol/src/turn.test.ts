import { describe, expect, test } from 'vitest';
import type { Protocol, World } from './contract.ts';
import { type Call, perform, Turn } from './turn.ts';

interface Probe {
  State: { count: number };
  Message: { kind: 'note'; list: string[] };
  Timer: 'tick';
  Durable: { list: string[] };
}

const turn = (draw = 0) => new Turn<Probe>(42, () => draw);

describe('a turn', () => {
  test('keeps what was asked for, in order, as it was when it was asked for', () => {
    const world = turn();
    const list = ['a'];
    world.save({ list });
    world.send('n2', { kind: 'note', list });
    list.push('b');
    world.send('n3', { kind: 'note', list });
    expect(world.saves).toEqual([{ list: ['a'] }]);
    expect(world.sends).toEqual([
      { to: 'n2', message: { kind: 'note', list: ['a'] } },
      { to: 'n3', message: { kind: 'note', list: ['a', 'b'] } },
    ]);
  });

  test('takes one number for both ends of a timer’s range', () => {
    const world = turn();
    world.setTimer('tick', 50);
    world.setTimer('tick', 0.5, 1.5);
    world.clearTimer('tick');
    expect(world.timers).toEqual([
      { timer: 'tick', range: { min: 50, max: 50 } },
      { timer: 'tick', range: { min: 0.5, max: 1.5 } },
      { timer: 'tick' },
    ]);
  });

  test.each([
    [-1, 5],
    [5, 1],
    [Number.NaN, 5],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses a timer from %d to %d', (min, max) => {
    expect(() => turn().setTimer('tick', min, max)).toThrow(
      `Cannot set timer tick: wanted 0 ≤ min ≤ max, got ${min} and ${max}`,
    );
  });

  test('chooses what the dice say, and not from nothing', () => {
    expect(turn(2).choose(['a', 'b', 'c'])).toBe('c');
    expect(() => turn().choose([])).toThrow('Cannot choose: there are no options');
  });
});

describe('to perform a call', () => {
  const protocol: Protocol<Probe> = {
    start: () => ({ count: 0 }),
    onMessage(state) {
      state.count += 1;
      return undefined;
    },
    onTimer(state) {
      state.count += 10;
      return undefined;
    },
  };
  const message: Call<Probe> = { kind: 'message', from: 'n2', message: { kind: 'note', list: [] } };

  test('calls the handler that it is for, on the state in place', () => {
    const state = perform(protocol, undefined, { kind: 'start', me: 'n1', peers: [], saved: {} }, turn());
    expect(state).toEqual({ count: 0 });
    expect(perform(protocol, state, message, turn())).toBe(state);
    perform(protocol, state, { kind: 'timer', timer: 'tick' }, turn());
    expect(state).toEqual({ count: 11 });
  });

  test('refuses a handler that returns something, and says why', () => {
    const returning = (value: unknown) => ({ ...protocol, onMessage: () => value }) as unknown as Protocol<Probe>;
    const attempt = (value: unknown) => () => perform(returning(value), { count: 0 }, message, turn());
    expect(attempt({ count: 1 })).toThrow('onMessage returned an object: a handler returns nothing');
    expect(attempt(true)).toThrow('onMessage returned true');
    expect(attempt(Promise.resolve())).toThrow('onMessage returned a promise: a handler must be done when it returns');
  });

  test('needs a node that has started', () => {
    expect(() => perform(protocol, undefined, message, turn())).toThrow('the node has not started');
  });

  test('passes on what the handler throws', () => {
    const throwing: Protocol<Probe> = {
      ...protocol,
      onTimer(_state, _timer, world: World<Probe>) {
        world.send('n2', { kind: 'note', list: [] });
        throw new Error('no such vote');
      },
    };
    expect(() => perform(throwing, { count: 0 }, { kind: 'timer', timer: 'tick' }, turn())).toThrow('no such vote');
  });
});
