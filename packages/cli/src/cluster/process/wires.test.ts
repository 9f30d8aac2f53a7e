/** Wires between processes, with servers of the test in their place. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { PlannedNode } from '../plan.ts';
import { type Wires, wiresFor } from './wires.ts';

/** Says back what it hears. */
async function echo(): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.on('error', () => {}).pipe(socket)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

async function wired(): Promise<{ wires: Wires; dial(from: string, to: string): Socket }> {
  const nodes: PlannedNode[] = [];
  for (const id of ['n1', 'n2', 'n3']) nodes.push({ id, http: 0, raft: await echo() });
  const wires = wiresFor({ name: 'wires', runtime: 'process', nodes, lineup: {}, key: '' });
  await wires.open();
  onTestFinished(() => wires.close());
  return {
    wires,
    dial(from, to) {
      const [host = '', port] = wires.addressOf(from, to).split(':');
      const socket = connect(Number(port), host)
        .setEncoding('utf8')
        .on('error', () => {});
      onTestFinished(() => void socket.destroy());
      return socket;
    },
  };
}

async function answerTo(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [heard] = await once(socket, 'data');
  return heard;
}

test('each node reaches each other one, by an address that is nobody else’s', async () => {
  const { wires, dial } = await wired();
  const pairs = ['n1', 'n2', 'n3'].flatMap((from) => ['n1', 'n2', 'n3'].map((to) => [from, to] as const));
  const between = pairs.filter(([from, to]) => from !== to);
  expect(new Set(between.map(([from, to]) => wires.addressOf(from, to))).size).toBe(6);
  for (const [from, to] of between) expect(await answerTo(dial(from, to), 'hello')).toBe('hello');
});

test('a cut holds back what is said across it, lets the rest through, and tells nobody; healed, all arrives', async () => {
  const { wires, dial } = await wired();
  const [across, within] = [dial('n1', 'n2'), dial('n2', 'n3')];
  expect(await answerTo(across, 'before')).toBe('before');
  wires.cut([['n1']]);
  const late = dial('n3', 'n1');
  let heard = '';
  for (const socket of [across, late]) socket.on('data', (text) => (heard += text));
  across.write('under way');
  late.write(' and new');
  for (let i = 0; i < 20; i++) expect(await answerTo(within, 'still here')).toBe('still here');
  expect({ heard, closed: across.closed || late.closed }).toEqual({ heard: '', closed: false });
  wires.heal();
  while (heard.length < 'under way and new'.length) await Promise.race([once(across, 'data'), once(late, 'data')]);
  expect(heard).toContain('under way');
  expect(heard).toContain(' and new');
});

test('whoever loses the other end loses this one', async () => {
  const { wires, dial } = await wired();
  const socket = dial('n1', 'n2');
  await answerTo(socket, 'hello');
  wires.close();
  await once(socket, 'close');
});
