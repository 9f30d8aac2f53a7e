/** A link finds its peer again, holds what it can meanwhile, and tells a dead peer by its silence. */
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { World } from '@weekend/protocol';
import { expect, onTestFinished, test, vi } from 'vitest';
import { boot, bootPair, clusterKey, type Probe, probe, until } from '../test/kit.ts';
import { noCounts } from './counters.ts';
import { emptyFrame, FrameReader, framesOf } from './frames.ts';
import { newNonce, prove } from './handshake.ts';
import type { RunningNode } from './index.ts';
import { mostPingsUnanswered, mostTextWaiting, mostWaitingUnreachable, pingInterval } from './limits.ts';
import { Link } from './link.ts';

/** Lets a test speak for a node: `say` sends from within a turn. */
function aSpeaker() {
  let speak: ((texts: readonly string[]) => void) | undefined;
  const waiting: string[] = [];
  const protocol = probe({
    start(_me, _peers, _saved, world) {
      world.setTimer('speak', 0);
      return {};
    },
    onTimer(_state, _timer, world: World<Probe>) {
      for (const kind of waiting.splice(0)) world.send('n2', { kind });
      world.setTimer('speak', 1);
      speak?.([]);
      return undefined;
    },
  });
  /** Settles when the node has sent them. */
  const say = (...kinds: string[]) =>
    new Promise<void>((resolve) => {
      waiting.push(...kinds);
      speak = () => {
        if (waiting.length === 0) setImmediate(resolve);
      };
    });
  return { protocol, say };
}

function aListener() {
  const heard: string[] = [];
  const protocol = probe({
    onMessage(state, _from, message) {
      heard.push(message.kind);
      state.heard = message.kind;
      return undefined;
    },
  });
  return { protocol, heard, describe: ({ heard }: Probe['State']) => ({ heard: String(heard) }) };
}

const hears = (node: RunningNode, kind: string) => until(node, ({ state }) => state.heard === kind);

test('what was sent before the peer was there arrives when it is', async () => {
  const speaker = aSpeaker();
  const listener = aListener();
  const n2At = { host: '127.0.0.1', port: 0 };
  const n1 = await boot({ id: 'n1', protocol: speaker.protocol, peers: { n2: n2At } });
  await speaker.say('early');
  const n2 = await boot({ id: 'n2', ...listener, peers: { n1: n1.listen } });
  n2At.port = n2.listen.port;
  await hears(n2, 'early');
});

test('a peer that comes back is found again, also at another port', async () => {
  const speaker = aSpeaker();
  const n2At = { host: '127.0.0.1', port: 0 };
  const n1 = await boot({ id: 'n1', protocol: speaker.protocol, peers: { n2: n2At } });
  for (const life of ['first', 'second', 'third']) {
    const n2 = await boot({ id: 'n2', ...aListener(), peers: { n1: n1.listen } });
    n2At.port = n2.listen.port;
    await until(n1, ({ peers }) => peers.n2?.connected === true);
    await speaker.say(life);
    await hears(n2, life);
    await n2.crash();
    await until(n1, ({ peers }) => peers.n2?.connected === false);
  }
});

test('of what waits for a peer that is away the oldest goes first, and is counted', async () => {
  const speaker = aSpeaker();
  const listener = aListener();
  const n2At = { host: '127.0.0.1', port: 0 };
  const n1 = await boot({ id: 'n1', protocol: speaker.protocol, peers: { n2: n2At } });
  const kinds = Array.from({ length: mostWaitingUnreachable + 50 }, (_, i) => `m${i}`);
  await speaker.say(...kinds);
  expect(n1.status().counters.messagesDropped).toBe(50);
  const n2 = await boot({ id: 'n2', ...listener, peers: { n1: n1.listen } });
  n2At.port = n2.listen.port;
  await hears(n2, kinds.at(-1) as string);
  expect(listener.heard).toEqual(kinds.slice(50));
});

test('what waits for one peer is bounded in size, too', () => {
  const counters = noCounts();
  const link = new Link({
    me: 'n1',
    peer: 'n2',
    whereabouts: () => ({ host: '127.0.0.1', port: 0 }),
    clusterKey,
    counters,
    onConnected() {},
    onDisconnected() {},
    onRefused() {},
  });
  onTestFinished(() => void link.close());
  const third = 'x'.repeat(mostTextWaiting / 3);
  for (let i = 0; i < 3; i++) link.send(third);
  expect(counters.messagesDropped).toBe(0);
  link.send(third);
  expect(counters.messagesDropped).toBe(2);
  link.send('漢'.repeat(mostTextWaiting / 2));
  expect(counters.messagesDropped).toBe(3);
});

test('twenty thousand messages of one group reach a peer that keeps up', async () => {
  const speaker = aSpeaker();
  const listener = aListener();
  const [n1, n2] = await bootPair({ protocol: speaker.protocol }, listener);
  await until(n1, ({ peers }) => peers.n2?.connected === true);
  const kinds = Array.from({ length: 20_000 }, (_, i) => `m${i}`);
  await speaker.say(...kinds);
  await hears(n2, 'm19999');
  expect(listener.heard).toEqual(kinds);
});

test('messages arrive whole and in order, small ones and one of some megabytes', async () => {
  const speaker = aSpeaker();
  const listener = aListener();
  const [, n2] = await bootPair({ protocol: speaker.protocol }, listener);
  const kinds = [
    'small',
    'x'.repeat(5_000_000),
    '漢'.repeat(100_000),
    ...Array.from({ length: 500 }, (_, i) => `m${i}`),
  ];
  // One by one, so that none is dropped while the nodes find each other.
  for (const kind of kinds.slice(0, 3)) {
    await speaker.say(kind);
    await hears(n2, kind);
  }
  await speaker.say(...kinds.slice(3));
  await hears(n2, 'm499');
  expect(listener.heard).toEqual(kinds);
});

/** Somebody at a peer's address, in the test's hands. */
async function anImpostor(onFrame: (socket: Socket, frame: string) => unknown) {
  const server = createServer((socket) => {
    const reader = new FrameReader(1024);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      for (const frame of reader.frames(chunk)) onFrame(socket, frame.toString());
    });
    onTestFinished(() => void socket.destroy());
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

const say = (socket: Socket, said: object) => socket.write(framesOf([JSON.stringify(said)]));

test('somebody at the peer’s address who does not know the key is told nothing', async () => {
  const frames: string[] = [];
  const impostor = await anImpostor((socket, frame) => {
    frames.push(JSON.parse(frame).kind);
    say(
      socket,
      frames.at(-1) === 'hello' ? { kind: 'challenge', nonce: newNonce() } : { kind: 'proof', proof: 'trust me' },
    );
  });
  const speaker = aSpeaker();
  const n1 = await boot({ id: 'n1', protocol: speaker.protocol, peers: { n2: impostor } });
  await speaker.say('secret');
  await until(n1, ({ counters }) => counters.refused['wrong-key'] >= 3);
  expect([...new Set(frames)]).toEqual(['hello', 'proof']);
});

test('a node’s own proof, sent back to it, does not convince it', async () => {
  const impostor = await anImpostor((socket, frame) => {
    const said = JSON.parse(frame);
    say(socket, said.kind === 'hello' ? { kind: 'challenge', nonce: said.nonce } : said);
  });
  const n1 = await boot({ id: 'n1', peers: { n2: impostor } });
  await until(n1, ({ counters }) => counters.refused['wrong-key'] >= 1);
  expect(n1.status().peers.n2?.connected).toBe(false);
});

test('an impostor who answers with rubbish, or not in frames, is refused and the node lives on', async () => {
  const answers = [Buffer.from('rubbish, and much of it'), framesOf(['{']), framesOf(['{"kind":"proof","proof":"x"}'])];
  let turn = 0;
  const impostor = await anImpostor((socket) => socket.write(answers[turn++ % answers.length] as Buffer));
  const n1 = await boot({ id: 'n1', peers: { n2: impostor } });
  await until(n1, ({ counters }) => counters.refused.oversized >= 1 && counters.refused.garbled >= 2);
});

/** A peer as far as the handshake, and then one that answers pings or does not. */
function aPeer(onPing: (socket: Socket) => void) {
  let dialerNonce = '';
  const acceptorNonce = newNonce();
  return anImpostor((socket, frame) => {
    if (frame === '') return onPing(socket);
    const said = JSON.parse(frame);
    if (said.kind === 'hello') {
      dialerNonce = said.nonce;
      say(socket, { kind: 'challenge', nonce: acceptorNonce });
    }
    const conversation = { dialer: 'n1', acceptor: 'n2', dialerNonce, acceptorNonce };
    if (said.kind === 'proof') say(socket, { kind: 'proof', proof: prove(clusterKey, 'acceptor', conversation) });
  });
}

async function withPingsInHand(body: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await body();
  } finally {
    vi.useRealTimers();
  }
}

test('a peer that has gone silent without closing its connection is given up', () =>
  withPingsInHand(async () => {
    const silent = await aPeer(() => {});
    const n1 = await boot({ id: 'n1', peers: { n2: silent } });
    await until(n1, ({ peers }) => peers.n2?.connected === true);
    const lost = until(n1, ({ peers }) => peers.n2?.connected === false);
    vi.advanceTimersByTime(pingInterval * (mostPingsUnanswered + 1));
    await lost;
  }));

test('a peer that answers is not given up, however often it is asked', () =>
  withPingsInHand(async () => {
    let asked: (() => void) | undefined;
    const living = await aPeer((socket) => {
      socket.write(emptyFrame);
      asked?.();
    });
    const n1 = await boot({ id: 'n1', peers: { n2: living } });
    await until(n1, ({ peers }) => peers.n2?.connected === true);
    for (let pings = 0; pings < 3 * mostPingsUnanswered; pings++)
      await new Promise<void>((resolve) => {
        asked = resolve;
        vi.advanceTimersByTime(pingInterval);
      });
    expect(n1.status().peers.n2?.connected).toBe(true);
  }));
