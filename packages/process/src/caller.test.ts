/** Whoever is not a peer with the key is refused, counted under the right reason, and disturbs nobody. */
import { expect, test, vi } from 'vitest';
import { Intruder } from '../test/intruder.ts';
import { boot, bootPair, type Probe, probe, until } from '../test/kit.ts';
import type { Refusal } from './counters.ts';
import { framesOf } from './frames.ts';
import { handshakeFrameLimit, prove } from './handshake.ts';
import type { RunningNode } from './index.ts';
import { frameLimit, handshakeTimeout, mostStrangers } from './limits.ts';

/** A node that notes what reaches its handler, and knows n2 and n3. */
async function aVictim(): Promise<{ node: RunningNode; heard: string[] }> {
  const heard: string[] = [];
  const protocol = probe({
    onMessage(state, from, message) {
      heard.push(`${from}: ${message.kind}`);
      state.heard = heard.length;
      return undefined;
    },
  });
  const nowhere = { host: '127.0.0.1', port: 0 };
  const node = await boot({
    protocol,
    peers: { n2: nowhere, n3: nowhere },
    describe: ({ heard }: Probe['State']) => ({ heard: Number(heard ?? 0) }),
  });
  return { node, heard };
}

const refusals = (node: RunningNode) =>
  Object.fromEntries(Object.entries(node.status().counters.refused).filter(([, count]) => count > 0));

/** What is sent in place of a handshake, and what it is refused for. */
const rudeCallers: [what: string, reason: Refusal, behave: (caller: Intruder) => unknown][] = [
  ['bytes that are no frames', 'oversized', (caller) => caller.bytes(Buffer.from('GET / HTTP/1.1\r\n\r\n'))],
  ['a frame that is not JSON', 'garbled', (caller) => caller.frame('{"kind":')],
  ['a frame that is not an object', 'garbled', (caller) => caller.frame('[1,2]')],
  ['a frame that is not UTF-8', 'garbled', (caller) => caller.bytes(Buffer.from([0, 0, 0, 2, 0xff, 0xfe]))],
  ['an empty frame', 'garbled', (caller) => caller.frame('')],
  ['a message without a handshake', 'garbled', (caller) => caller.say({ kind: 'RequestVote', term: 99 })],
  ['a proof before a hello', 'garbled', (caller) => caller.say({ kind: 'proof', proof: '' })],
  ['another version', 'other-version', (caller) => caller.hello({ version: 99 })],
  ['a name that nobody has', 'unknown-sender', (caller) => caller.hello({ from: 'n9' })],
  ['the name of the node itself', 'unknown-sender', (caller) => caller.hello({ from: 'n1' })],
  ['a name from the prototype of all objects', 'unknown-sender', (caller) => caller.hello({ from: 'constructor' })],
  ['a wish for somebody else', 'wrong-receiver', (caller) => caller.hello({ to: 'n3' })],
  ['a frame too long for a handshake', 'oversized', (caller) => caller.frame('x'.repeat(handshakeFrameLimit + 1))],
  ['half a frame and the end', 'cut-off', (caller) => caller.bytes(Buffer.from([0, 0, 0, 9, 1])).socket.end()],
  ['nothing and the end', 'cut-off', (caller) => caller.socket.end()],
  ['a wrong key', 'wrong-key', (caller) => caller.shakeHands('n2', 'a key that somebody made up')],
];

test.each(rudeCallers)('%s is refused as %s', async (_what, reason, behave) => {
  const { node, heard } = await aVictim();
  const caller = new Intruder(node.listen);
  await behave(caller);
  await until(node, ({ counters }) => counters.refused[reason] > 0);
  await caller.closed;
  expect(refusals(node)).toEqual({ [reason]: 1 });
  const honest = new Intruder(node.listen);
  await honest.shakeHands();
  honest.say({ kind: 'still-there' });
  await until(node, ({ state }) => state.heard === 1);
  expect(heard).toEqual(['n2: still-there']);
});

test('a peer that has proved itself is refused for what is not a message, and nothing of it reaches the handler', async () => {
  const notMessages = ['nonsense', '"kind"', 'null', '[]', '{}', '{"kind":7}', '{"kind":null}'];
  const { node, heard } = await aVictim();
  for (const text of notMessages) {
    const caller = new Intruder(node.listen);
    await caller.shakeHands();
    caller.frame(text).say({ kind: 'too-late' });
    await caller.closed;
  }
  expect([refusals(node), heard]).toEqual([{ garbled: notMessages.length }, []]);
});

test('a proved peer that announces too large a frame is refused before it is sent', async () => {
  const { node } = await aVictim();
  const caller = new Intruder(node.listen);
  await caller.shakeHands();
  const header = Buffer.alloc(4);
  header.writeUInt32BE(frameLimit + 1);
  caller.bytes(header);
  await caller.closed;
  expect(refusals(node)).toEqual({ oversized: 1 });
});

test('a proved peer that ends in the middle of a message is counted, and the half is dropped', async () => {
  const { node, heard } = await aVictim();
  const caller = new Intruder(node.listen);
  await caller.shakeHands();
  caller.say({ kind: 'whole' });
  caller.bytes(framesOf(['{"kind":"half"}']).subarray(0, 9)).socket.end();
  await until(node, ({ counters }) => counters.refused['cut-off'] > 0);
  expect(heard).toEqual(['n2: whole']);
});

test('a handshake that was overheard can not be used again', async () => {
  const { node } = await aVictim();
  const honest = new Intruder(node.listen);
  const overheard = await honest.shakeHands();
  const thief = new Intruder(node.listen).hello({ nonce: overheard.dialerNonce });
  await thief.hear();
  thief.say({ kind: 'proof', proof: prove('a key that only the tests know', 'dialer', overheard) });
  await thief.closed;
  expect(refusals(node)).toEqual({ 'wrong-key': 1 });
});

test('the proof of one peer does not make another out of its sender', async () => {
  const { node, heard } = await aVictim();
  const peer = new Intruder(node.listen);
  await peer.shakeHands('n3');
  peer.say({ kind: 'vote', from: 'n2', sender: 'n2' });
  await until(node, ({ state }) => state.heard === 1);
  expect(heard).toEqual(['n3: vote']);
});

test('a proved peer that asks whether somebody is there is answered', async () => {
  const { node } = await aVictim();
  const peer = new Intruder(node.listen);
  await peer.shakeHands();
  await peer.hear();
  peer.frame('');
  expect(await peer.hear()).toBe('');
});

test('a second connection of a peer replaces the first', async () => {
  const { node, heard } = await aVictim();
  const first = new Intruder(node.listen);
  await first.shakeHands();
  await first.hear();
  const second = new Intruder(node.listen);
  await second.shakeHands();
  await first.closed;
  second.say({ kind: 'from-the-second' });
  await until(node, ({ state }) => state.heard === 1);
  expect(heard).toEqual(['n2: from-the-second']);
});

test('a caller who says a byte now and then gets no more time than one who says nothing', async () => {
  const { node } = await aVictim();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const callers = [new Intruder(node.listen), new Intruder(node.listen), new Intruder(node.listen).hello()];
    // The challenge shows that the third, and so the first two, have been let in.
    await callers[2]?.hear();
    callers[1]?.bytes(Buffer.from([0]));
    vi.advanceTimersByTime(handshakeTimeout / 2);
    callers[1]?.bytes(Buffer.from([0]));
    vi.advanceTimersByTime(handshakeTimeout / 2);
    await Promise.all(callers.map(({ closed }) => closed));
  } finally {
    vi.useRealTimers();
  }
  expect(refusals(node)).toEqual({ silent: 3 });
});

test('a thousand idle connections do not keep a peer out', async () => {
  const idle = 1000;
  const { node, heard } = await aVictim();
  const callers = Array.from({ length: idle }, () => new Intruder(node.listen));
  await until(node, ({ counters }) => counters.refused.crowded === idle - mostStrangers);
  const honest = new Intruder(node.listen);
  await honest.shakeHands();
  honest.say({ kind: 'made-it' });
  await until(node, ({ state }) => state.heard === 1);
  expect(heard).toEqual(['n2: made-it']);
  for (const { socket } of callers) socket.destroy();
});

test('two nodes with different keys never hear each other, and both say so', async () => {
  const heard: string[] = [];
  const protocol = probe({
    start(me, [peer], _saved, world) {
      world.send(String(peer), { kind: `from ${me}` });
      return {};
    },
    onMessage(_state, _from, message) {
      heard.push(message.kind);
      return undefined;
    },
  });

  const [n1, n2] = await bootPair({ protocol }, { protocol, clusterKey: 'quite another key' });
  await Promise.all([n1, n2].map((node) => until(node, ({ counters }) => counters.refused['wrong-key'] >= 3)));
  expect([heard, n1.status().peers.n2?.connected, n2.status().peers.n1?.connected]).toEqual([[], false, false]);
});
