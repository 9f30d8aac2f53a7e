/** What a runtime does with a handler that breaks down, and what `choose` answers. */
import type { World } from '../contract.ts';
import { type Lab, type Probe, probe, type Saved, withCluster } from './lab.ts';

export function handlerSuite({ runtime, describe, test, expect }: Lab): void {
  /** Saves 1 as it boots; in a timer's turn it asks for everything and then throws. The other node hears what comes out. */
  function bomb(boots: Saved[], fired: string[], blowUp: (world: World<Probe>) => undefined) {
    return probe({
      start(_me, _peers, saved, world) {
        boots.push(saved);
        if (boots.length === 1) {
          world.save({ before: 1 });
          world.setTimer('fuse', 5);
        } else world.setTimer('end', 100);
        return {};
      },
      onTimer(_state, timer, world) {
        fired.push(timer);
        return timer === 'fuse' ? blowUp(world) : undefined;
      },
    });
  }

  describe('a handler that throws', () => {
    test('crashes its node, and nothing of that turn is saved, sent or set', async () => {
      const boots: Saved[] = [];
      const fired: string[] = [];
      const heard: string[] = [];
      const node = bomb(boots, fired, (world) => {
        world.save({ before: 2, during: true });
        world.send('n2', { kind: 'from the turn that threw' });
        world.setTimer('of the turn that threw', 0);
        throw new Error('the vote is undefined');
      });
      const hearer = probe({
        onMessage(_state, _from, { kind }) {
          heard.push(kind);
          return undefined;
        },
      });
      await withCluster(runtime, { n1: node, n2: hearer }, async (cluster) => {
        await cluster.until(() => cluster.failure('n1') !== undefined);
        expect(cluster.failure('n1')).toMatch(/the vote is undefined/);
        await cluster.restart('n1');
        await cluster.until(() => fired.includes('end'));
        expect(cluster.failure('n1')).toEqual(undefined);
      });
      expect(boots).toEqual([{}, { before: 1 }]);
      expect(fired).toEqual(['fuse', 'end']);
      expect(heard).toEqual([]);
    });

    test('leaves the other nodes at work', async () => {
      let heard = 0;
      const node = bomb([], [], () => {
        throw new Error('boom');
      });
      const talker = probe({
        start(_me, peers, _saved, world) {
          world.setTimer('talk', 1);
          return { peers };
        },
        onMessage() {
          heard++;
          return undefined;
        },
        onTimer(state, _timer, world) {
          for (const peer of state.peers as string[]) world.send(peer, { kind: 'talk' });
          world.setTimer('talk', 5);
          return undefined;
        },
      });
      await withCluster(runtime, { n1: node, n2: talker, n3: talker }, async (cluster) => {
        await cluster.until(() => cluster.failure('n1') !== undefined);
        const before = heard;
        await cluster.until(() => heard >= before + 20);
        expect([cluster.failure('n2'), cluster.failure('n3')]).toEqual([undefined, undefined]);
      });
    });

    test('crashes its node as it boots, too', async () => {
      let boots = 0;
      const node = probe({
        start(_me, _peers, _saved, world) {
          world.save({ term: 1 });
          if (++boots === 1) throw new Error('no log to read');
          return {};
        },
      });
      await withCluster(runtime, { n1: node, n2: probe({}) }, async (cluster) => {
        await cluster.until(() => cluster.failure('n1') !== undefined);
        expect(cluster.failure('n1')).toMatch(/no log to read/);
        await cluster.restart('n1');
        await cluster.until(() => boots === 2 && cluster.failure('n1') === undefined);
      });
    });
  });

  test('a handler that is async is refused', async () => {
    const node = bomb([], [], (async () => {}) as unknown as () => undefined);
    await withCluster(runtime, { n1: node }, async (cluster) => {
      await cluster.until(() => cluster.failure('n1') !== undefined);
      expect(cluster.failure('n1')).toMatch(/async/);
    });
  });

  test('a message to an address outside the cluster is refused', async () => {
    const node = bomb([], [], (world) => world.send('n9', { kind: 'hello' }) as undefined);
    await withCluster(runtime, { n1: node, n2: probe({}) }, async (cluster) => {
      await cluster.until(() => cluster.failure('n1') !== undefined);
      expect(cluster.failure('n1')).toMatch(/n9/);
    });
  });

  test('a choice is one of the options, and each is chosen sometimes', async () => {
    const chosen: unknown[] = [];
    const node = probe({
      start(_me, _peers, _saved, world) {
        for (let i = 0; i < 300; i++) chosen.push(world.choose(['a', 'b', 'c']));
        return {};
      },
    });
    await withCluster(runtime, { n1: node }, (cluster) => cluster.until(() => chosen.length === 300));
    expect(new Set(chosen)).toEqual(new Set(['a', 'b', 'c']));
  });
}
