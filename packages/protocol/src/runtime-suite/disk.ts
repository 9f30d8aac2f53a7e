/** What a runtime's disk owes to a protocol. */
import type { World } from '../contract.ts';
import { type Lab, type Probe, probe, type Running, type Saved, savedBy, withCluster } from './lab.ts';

export function diskSuite({ runtime, describe, test, expect }: Lab): void {
  describe('the disk', () => {
    test('is empty when a node boots first, and its peers are all the others', async () => {
      const boots: unknown[] = [];
      const node = probe({
        start(me, peers, saved) {
          boots.push([me, [...peers].sort(), { ...saved }]);
          return {};
        },
      });
      await withCluster(runtime, { n1: node, n2: probe({}), n3: probe({}) }, (cluster) =>
        cluster.until(() => boots.length === 1),
      );
      expect(boots).toEqual([['n1', ['n2', 'n3'], {}]]);
    });

    test('has what was saved before a message, once the message is there', async () => {
      const boots: unknown[] = [];
      let crashed: Promise<void> | undefined;
      let cluster: Running | undefined;
      const sender = probe({
        start(_me, _peers, saved, world) {
          boots.push(saved.count);
          world.setTimer('send', 1);
          return { count: saved.count ?? 0 };
        },
        onTimer(state, _timer, world) {
          state.count = Number(state.count) + 1;
          // Asked for in the wrong order: it is the runtime that saves first.
          world.send('n2', { kind: 'count', count: state.count });
          world.save({ count: state.count });
          world.setTimer('send', 1);
          return undefined;
        },
      });
      let heard = 0;
      const killer = probe({
        onMessage(_state, _from, message) {
          if (crashed) return undefined;
          heard = Number(message.count);
          if (heard >= 5) crashed = cluster?.crash('n1');
          return undefined;
        },
      });
      await withCluster(runtime, { n1: sender, n2: killer }, async (running) => {
        cluster = running;
        await running.until(() => crashed !== undefined);
        await crashed;
        await running.restart('n1');
        await running.until(() => boots.length === 2);
      });
      expect(Number(boots[1]) >= heard).toEqual(true);
    });

    test('loses nothing that was saved, and keeps nothing that was not', async () => {
      expect(await savedBy(runtime, (world) => world.save({ a: 1, b: { deep: [1, 'two', null, true] } }))).toEqual({
        a: 1,
        b: { deep: [1, 'two', null, true] },
      });
      expect(await savedBy(runtime, () => {})).toEqual({});
    });

    test('replaces the fields that are named and leaves the others', async () => {
      const saved = await savedBy(
        runtime,
        (world) => world.save({ a: 1, b: { x: 1 } }),
        (world) => world.save({ b: { y: 2 } }),
      );
      expect(saved).toEqual({ a: 1, b: { y: 2 } });
    });

    test('appends to, replaces and cuts off the end of a list', async () => {
      const whole = (world: World<Probe>) => world.save({ log: ['a', 'b', 'c'] });
      const tail = (from: number, ...items: string[]) => {
        return (world: World<Probe>) => world.save({ log: { from, items } });
      };
      expect(await savedBy(runtime, tail(0, 'a'))).toEqual({ log: ['a'] });
      expect(await savedBy(runtime, whole, tail(3, 'd', 'e'))).toEqual({ log: ['a', 'b', 'c', 'd', 'e'] });
      expect(await savedBy(runtime, whole, tail(1, 'x'))).toEqual({ log: ['a', 'x'] });
      expect(await savedBy(runtime, whole, tail(1))).toEqual({ log: ['a'] });
      expect(await savedBy(runtime, whole, tail(0))).toEqual({ log: [] });
      expect(await savedBy(runtime, tail(0, 'z', 'z', 'z', 'z'), whole, tail(3, 'd'))).toEqual({
        log: ['a', 'b', 'c', 'd'],
      });
    });

    test('takes the saves of one turn in their order', async () => {
      const saved = await savedBy(runtime, (world) => {
        world.save({ log: ['a', 'b'], term: 1 });
        world.save({ log: { from: 2, items: ['c', 'd'] } });
        world.save({ log: { from: 3, items: ['x'] }, term: 2 });
      });
      expect(saved).toEqual({ log: ['a', 'b', 'c', 'x'], term: 2 });
    });

    test('keeps a list in order beyond its tenth and its thousandth item', async () => {
      const numbers = Array.from({ length: 1100 }, (_, i) => i);
      const saved = await savedBy(
        runtime,
        (world) => world.save({ log: numbers.slice(0, 9) }),
        (world) => world.save({ log: { from: 9, items: numbers.slice(9) } }),
      );
      expect(saved).toEqual({ log: numbers });
    });

    test('has all that one turn saved or, after a crash, none of it', async () => {
      const boots: Saved[] = [];
      let turns = 0;
      const node = probe({
        start(_me, _peers, saved, world) {
          boots.push(saved);
          world.setTimer('next', 0);
          return {};
        },
        onTimer(_state, _timer, world) {
          turns++;
          world.save({ first: turns });
          world.save({ second: turns, log: [turns] });
          world.setTimer('next', 0);
          return undefined;
        },
      });
      await withCluster(runtime, { n1: node }, async (cluster) => {
        for (let crashes = 1; crashes <= 5; crashes++) {
          const enough = turns + 3 * crashes;
          await cluster.until(() => turns >= enough);
          await cluster.crash('n1');
          await cluster.restart('n1');
          await cluster.until(() => boots.length === crashes + 1);
        }
      });
      for (const saved of boots.slice(1)) expect([saved.second, saved.log]).toEqual([saved.first, [saved.first]]);
    });

    test('keeps what was saved, whatever the handler does to it later', async () => {
      const saved = await savedBy(runtime, (world) => {
        const list = ['a'];
        world.save({ list });
        list.push('b');
      });
      expect(saved).toEqual({ list: ['a'] });
    });

    test('refuses the end of a list that is not as long, and then saves nothing of that turn', async () => {
      const saved = await savedBy(
        runtime,
        (world) => world.save({ log: ['a'] }),
        (world) => {
          world.save({ term: 7 });
          world.save({ log: { from: 2, items: ['c'] } });
        },
      );
      expect(saved).toEqual({ log: ['a'] });
    });
  });
}
