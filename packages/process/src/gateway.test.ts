/** A client is an address like any other: what is sent there arrives at the gateway of its node, and only there. */
import { expect, test } from 'vitest';
import { Intruder } from '../test/intruder.ts';
import { boot, bootPair, type Probe, probe, until } from '../test/kit.ts';
import { clientAddress, nodeOfClient } from './client-address.ts';
import type { Door, Gateway } from './gateway.ts';

/** A protocol that answers whoever asks. */
const answering = probe({
  onMessage(state, from, message, world) {
    if (message.kind === 'ask') world.send(from, { kind: 'answer', of: state.me });
    return undefined;
  },
  start: (me) => ({ me }),
});

/** A gateway that keeps what it is given. */
function aGateway() {
  const told: string[] = [];
  const waiting: (() => void)[] = [];
  let door: Door<Probe> | undefined;
  const open = (given: Door<Probe>): Gateway<Probe> => {
    door = given;
    return {
      mount: () => {},
      onUpgrade: () => {},
      deliver(replies) {
        for (const { to, text } of replies) told.push(`${to} ${text}`);
        for (const wake of waiting.splice(0)) wake();
      },
      onTurns: () => {},
      pause: () => {},
      close: () => told.push('closed'),
    };
  };
  const next = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { told, open, next, door: () => door as Door<Probe> };
}

test('a client asks its own node and another, and each answer comes to it', async () => {
  const { told, open, next, door } = aGateway();
  const [n1] = await bootPair({ protocol: answering, gateway: open }, { protocol: answering });
  await until(n1, ({ peers }) => peers.n2?.connected === true);
  const client = clientAddress('n1', 'c7');
  for (const node of ['n1', 'n2']) {
    const answered = next();
    door().post(client, node, { kind: 'ask' });
    await answered;
  }
  expect(told).toEqual(['n1', 'n2'].map((of) => `${client} {"kind":"answer","of":"${of}"}`));
  await n1.stop();
  expect(told.at(-1)).toBe('closed');
});

test('an address that belongs to no node of the cluster still crashes whoever sends there', async () => {
  for (const to of ['client/n9/c1', 'client/n1', 'n9']) {
    const protocol = probe({
      start(_me, _peers, _saved, world) {
        world.send(to, { kind: 'answer' });
        return {};
      },
    });
    const failure = await (await boot({ protocol })).stopped;
    expect(failure?.message).toContain(`Cannot send answer to ${to}: the cluster is n1`);
  }
});

test('a peer speaks for its own clients alone', async () => {
  const { told, open, next } = aGateway();
  const nowhere = { host: '127.0.0.1', port: 0 };
  const node = await boot({ protocol: answering, peers: { n2: nowhere, n3: nowhere }, gateway: open });
  const peer = new Intruder(node.listen);
  await peer.shakeHands();
  const answered = next();
  peer.frame('client/n1/c1{"kind":"answer"}');
  await answered;
  expect(told).toEqual(['client/n1/c1 {"kind":"answer"}']);
  peer.frame('client/n3/c1{"kind":"ask"}');
  await peer.closed;
  const another = new Intruder(node.listen);
  await another.shakeHands();
  another.frame('client/n1/c1{"kind":');
  await another.closed;
  expect([node.status().counters.refused.garbled, told.length]).toEqual([2, 1]);
});

test('the node of a client is in its address', () => {
  expect(['client/n1/a/b', 'client/n1', 'n1', 'clients/n1/a'].map(nodeOfClient)).toEqual([
    'n1',
    undefined,
    undefined,
    undefined,
  ]);
});
