/** What a runtime's network owes to a protocol: little, but that little. */
import type { Address } from '../contract.ts';
import { type Lab, probe, withCluster } from './lab.ts';

export function messageSuite({ runtime, describe, test, expect }: Lab): void {
  /** Sends these over and over until each was answered, as a protocol has to. */
  const persistent = (to: Address, texts: readonly string[]) =>
    probe({
      start(_me, _peers, _saved, world) {
        world.setTimer('send', 0);
        return { left: [...texts] };
      },
      onMessage(state, _from, { text }) {
        state.left = (state.left as string[]).filter((left) => left !== text);
        return undefined;
      },
      onTimer(state, _timer, world) {
        for (const text of state.left as string[]) world.send(to, { kind: 'text', text });
        world.setTimer('send', 20);
        return undefined;
      },
    });

  describe('a message', () => {
    test('arrives if it is sent often enough, from whom it says, and nobody invents one', async () => {
      const texts = Array.from({ length: 50 }, (_, i) => `text ${i}`);
      const heard = new Set<string>();
      const echo = probe({
        onMessage(_state, from, message, world) {
          heard.add(`${from}: ${message.text}`);
          world.send(from, message);
          return undefined;
        },
      });
      const nodes = { n1: persistent('n3', texts), n2: persistent('n3', texts), n3: echo };
      await withCluster(runtime, nodes, (cluster) => cluster.until(() => heard.size >= 100));
      const wanted = ['n1', 'n2'].flatMap((from) => texts.map((text) => `${from}: ${text}`));
      expect([...heard].sort()).toEqual(wanted.sort());
    });

    test('arrives as it was sent, whatever is in it', async () => {
      const odd = {
        kind: 'odd',
        text: 'größer ≥ 日本 \u0000 "',
        list: [[], {}, null, -0.5, 2 ** 53],
        long: 'x'.repeat(1e5),
      };
      let heard: unknown;
      const sender = probe({
        start(_me, _peers, _saved, world) {
          world.setTimer('send', 0);
          return {};
        },
        onTimer(_state, _timer, world) {
          world.send('n2', odd);
          world.setTimer('send', 50);
          return undefined;
        },
      });
      const hearer = probe({
        onMessage(_state, _from, message) {
          heard = message;
          return undefined;
        },
      });
      await withCluster(runtime, { n1: sender, n2: hearer }, (cluster) => cluster.until(() => heard !== undefined));
      expect(heard).toEqual(odd);
    });

    test('to oneself arrives like any other, and not within the turn that sent it', async () => {
      const heard: string[] = [];
      let inTurn = false;
      const node = probe({
        start(_me, _peers, _saved, world) {
          world.setTimer('send', 0);
          return {};
        },
        onMessage(_state, from, { kind }) {
          heard.push(`${kind} of ${from}${inTurn ? ', too early' : ''}`);
          return undefined;
        },
        onTimer(_state, _timer, world) {
          inTurn = true;
          world.send('n1', { kind: 'note' });
          world.setTimer('send', 50);
          inTurn = false;
          return undefined;
        },
      });
      await withCluster(runtime, { n1: node, n2: probe({}) }, (cluster) => cluster.until(() => heard.length > 0));
      expect(heard[0]).toEqual('note of n1');
    });

    test('is a copy: nobody sees what another does to it, before or after it arrives', async () => {
      const seen = new Map<string, string[]>([
        ['n1', []],
        ['n2', []],
        ['n3', []],
      ]);
      const see = (who: unknown, list: unknown) => seen.get(String(who))?.push(JSON.stringify(list));
      const rude = probe({
        start: (me) => ({ me }),
        onMessage(state, _from, message) {
          see(state.me, message.list);
          (message.list as string[]).push('of the receiver');
          return undefined;
        },
      });
      const sender = probe({
        start(_me, _peers, _saved, world) {
          world.setTimer('send', 0);
          return { list: ['original'] };
        },
        onTimer(state, _timer, world) {
          const list = state.list as string[];
          see('n1', list);
          const message = { kind: 'list', list };
          world.send('n2', message);
          world.send('n3', message);
          list.push('after the send');
          list.pop();
          world.setTimer('send', 20);
          return undefined;
        },
      });
      const nodes = { n1: sender, n2: rude, n3: rude };
      const enough = () => [...seen.values()].every((lists) => lists.length >= 6);
      await withCluster(runtime, nodes, (cluster) => cluster.until(enough));
      expect(new Set([...seen.values()].flat())).toEqual(new Set(['["original"]']));
    });

    test('to a node that is down harms nobody', async () => {
      const heard: string[] = [];
      const echo = probe({
        onMessage(_state, from, message, world) {
          heard.push(String(message.text));
          world.send(from, message);
          return undefined;
        },
      });
      await withCluster(runtime, { n1: persistent('n2', ['a', 'b']), n2: echo }, async (cluster) => {
        await cluster.crash('n2');
        await cluster.restart('n2');
        await cluster.until(() => heard.includes('a') && heard.includes('b'));
        expect(cluster.failure('n1')).toEqual(undefined);
      });
    });
  });
}
