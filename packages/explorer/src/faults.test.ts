/** What a world may do to a cluster: each order, each loss, each crash, and nothing that no world does. */
import type { Protocol } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { explore } from './explore.ts';
import type { Cluster, Setting } from './question.ts';
import { type Tiny, type TinyWorld, tiny } from './test-protocol.ts';

/** All that is seen of a cluster. */
function seen(setting: Setting<Tiny>, what: (cluster: Cluster<Tiny>) => unknown): Set<string> {
  const all = new Set<string>();
  const verdict = explore<Tiny>({
    ...setting,
    goals: [{ name: 'look', reached: (cluster) => !all.add(String(what(cluster))) }],
  });
  expect(verdict.kind).toBe('exhausted');
  return all;
}

describe('the network', () => {
  const sender = tiny({
    start(_me, _peers, _saved, world) {
      world.send('n2', { kind: 'a' });
      world.send('n2', { kind: 'b' });
      return {};
    },
  });
  const hearer = tiny({
    start: () => ({ heard: '' }),
    onMessage(state, _from, { kind }) {
      if (String(state.heard).length < 2) state.heard = `${state.heard}${kind}`;
      return undefined;
    },
  });
  const nodes = { n1: sender, n2: hearer };
  const heard = ({ n2 }: Cluster<Tiny>) => n2?.heard;

  test('as a set delivers what was sent never, once or often, in any order', () => {
    expect(seen({ nodes }, heard)).toEqual(new Set(['', 'a', 'b', 'aa', 'ab', 'ba', 'bb']));
  });

  test('as a bag delivers it once', () => {
    expect(seen({ nodes, network: { kind: 'bag' } }, heard)).toEqual(new Set(['', 'a', 'b', 'ab', 'ba']));
  });

  test('as a bag repeats as much as it may', () => {
    expect(seen({ nodes, network: { kind: 'bag', duplications: 1 } }, heard)).toEqual(
      new Set(['', 'a', 'b', 'aa', 'ab', 'ba', 'bb']),
    );
  });

  test('as a bag holds no more copies of one message than it may', () => {
    const chatter = tiny({
      start(_me, _peers, _saved, world) {
        world.setTimer('tick', 1);
        return {};
      },
      onTimer(_state, _timer, world) {
        world.send('n1', { kind: 'a' });
        world.setTimer('tick', 1);
        return undefined;
      },
    });
    const verdict = explore<Tiny>({ nodes: { n1: chatter }, network: { kind: 'bag', copies: 3 }, mootMail: 'kept' });
    expect(verdict).toMatchObject({ kind: 'exhausted', states: 4 });
  });

  test('as a bag loses as much as it may: then nothing is left to come', () => {
    const left = (losses: number) =>
      explore<Tiny>({ nodes, network: { kind: 'bag', losses }, mootMail: 'kept' }).states;
    expect([left(0), left(1), left(2)]).toEqual([5, 9, 10]);
  });
});

describe('timers', () => {
  const firing = (boot: (world: TinyWorld) => void, onFired: (timer: string, world: TinyWorld) => void = () => {}) =>
    tiny({
      start(_me, _peers, _saved, world) {
        boot(world);
        return { fired: '' };
      },
      onTimer(state, timer, world) {
        state.fired = `${state.fired}${timer}`;
        onFired(timer, world);
        return undefined;
      },
    });
  const orders = (node: Protocol<Tiny>, timers: 'in due order' | 'any' = 'in due order') =>
    [...seen({ nodes: { n1: node }, timers }, ({ n1 }) => n1?.fired)].filter((order) => order.length === 2);

  const apart = firing((world) => {
    world.setTimer('a', 100, 200);
    world.setTimer('b', 50);
  });

  test('of one node fire in the order in which they are due, if there is one', () => {
    expect(orders(apart)).toEqual(['ba']);
    expect(orders(apart, 'any')).toEqual(['ab', 'ba']);
  });

  test('fire in any order where their ranges overlap', () => {
    const overlapping = firing((world) => {
      world.setTimer('a', 50, 100);
      world.setTimer('b', 100, 200);
    });
    expect(orders(overlapping)).toEqual(['ab', 'ba']);
  });

  test('of which one is set anew after the other fire in any order', () => {
    const node = firing(
      (world) => {
        world.setTimer('a', 100);
        world.setTimer('c', 1);
        world.setTimer('b', 50);
      },
      (timer, world) => timer === 'c' && world.setTimer('b', 50),
    );
    const all = seen({ nodes: { n1: node } }, ({ n1 }) => n1?.fired);
    expect([...all].filter((order) => order.length === 3)).toEqual(['cab', 'cba']);
  });

  test('do not fire once they are cleared, nor twice', () => {
    const node = firing(
      (world) => {
        world.setTimer('a', 1);
        world.setTimer('b', 1);
      },
      (timer, world) => timer === 'a' && world.clearTimer('b'),
    );
    expect(seen({ nodes: { n1: node } }, ({ n1 }) => n1?.fired)).toEqual(new Set(['', 'a', 'b', 'ba']));
  });

  test('of different nodes fire in any order', () => {
    const slow = firing((world) => world.setTimer('a', 1000));
    const fast = firing((world) => world.setTimer('b', 1));
    const both = ({ n1, n2 }: Cluster<Tiny>) => `${n1?.fired}-${n2?.fired}`;
    expect(seen({ nodes: { n1: slow, n2: fast } }, both)).toEqual(new Set(['-', 'a-', '-b', 'a-b']));
  });
});

describe('a crash', () => {
  /** Saves twice and sends twice in one turn. */
  const node = tiny({
    start(me, _peers, saved, world) {
      if (me === 'n1' && saved.x === undefined) world.setTimer('act', 1);
      return { booted: saved.x ?? 0 };
    },
    onTimer(state, _timer, world) {
      state.acted = true;
      world.save({ x: 1 });
      world.send('n2', { kind: 'a' });
      world.save({ x: 2 });
      world.send('n2', { kind: 'b' });
      return undefined;
    },
    onMessage(state, _from, { kind }) {
      state[kind] = true;
      return undefined;
    },
  });
  const nodes = { n1: node, n2: node };
  const look = ({ n1, n2 }: Cluster<Tiny>) =>
    `${n1 ? (n1.acted ? 'acted' : `booted ${n1.booted}`) : 'down'}, heard ${n2 ? `${n2.a ? 'a' : ''}${n2.b ? 'b' : ''}` : ''}`;

  test('does not happen where none is allowed', () => {
    expect([...seen({ nodes }, look)].filter((what) => what.startsWith('down'))).toEqual([]);
  });

  test('comes before a turn and after it, and inside it after the save and after each message', () => {
    const all = seen({ nodes, crashes: 1 }, look);
    // Booted again with nothing saved: nothing was sent. All saves of a turn reach the disk together.
    expect([...all].filter((what) => /booted [12]/.test(what)).sort()).toEqual([
      'booted 2, heard ',
      'booted 2, heard a',
      'booted 2, heard ab',
      'booted 2, heard b',
    ]);
    expect(all.has('booted 1, heard ')).toBe(false);
    const steps = (goal: (cluster: Cluster<Tiny>) => boolean) => {
      const verdict = explore<Tiny>({ nodes, crashes: 1, goals: [{ name: 'g', reached: goal }] });
      return verdict.kind === 'exhausted' ? verdict.goals[0]?.run : undefined;
    };
    const inside = steps(({ n1, n2 }) => n1?.booted === 2 && n2?.a === true);
    expect(inside?.trace.filter(({ kind }) => kind === 'crash')).toEqual([
      { at: 1, kind: 'crash', node: 'n1', unsent: 1 },
    ]);
  });

  test('takes away what was not saved, and the timers', () => {
    const forgetful = tiny({
      start(_me, _peers, saved, world) {
        if (!saved.old) world.setTimer('first', 1);
        world.save({ old: true });
        return { fired: '' };
      },
      onTimer(state, timer) {
        state.fired = timer;
        return undefined;
      },
    });
    expect(seen({ nodes: { n1: forgetful }, crashes: 1 }, ({ n1 }) => (n1 ? n1.fired : 'down'))).toEqual(
      new Set(['', 'first', 'down']),
    );
  });

  test('happens as often as it may', () => {
    const booting = tiny({
      start(_me, _peers, saved, world) {
        world.save({ boots: Number(saved.boots ?? 0) + 1 });
        return { boots: Number(saved.boots ?? 0) + 1 };
      },
    });
    expect(seen({ nodes: { n1: booting }, crashes: 3 }, ({ n1 }) => n1?.boots ?? 'down')).toEqual(
      new Set(['1', 'down', '2', '3', '4']),
    );
  });

  test('loses, in a bag, the message that was being handled', () => {
    const told = tiny({
      start(_me, _peers, saved) {
        return { told: saved.told ?? 'no' };
      },
      onMessage(state, _from, _message, world) {
        state.told = 'yes';
        world.save({ told: 'yes' });
        return undefined;
      },
    });
    const verdict = explore<Tiny>({
      nodes: { n1: told },
      start: { packets: [{ from: 'client', to: 'n1', message: { kind: 'tell' } }] },
      network: { kind: 'bag' },
      crashes: 1,
      mootMail: 'kept',
    });
    // Up, told, down before it was told, down while it was told, down after; up again with and without the message, told.
    expect(verdict).toMatchObject({ kind: 'exhausted', states: 8 });
  });
});
