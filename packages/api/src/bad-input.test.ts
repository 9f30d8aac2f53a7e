/** Whatever comes in, the answer is the right status and a sentence, or a closed connection; and the cluster goes on. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { frameOf } from '@weekend/client/gateway';
import { expect, onTestFinished, test } from 'vitest';
import { aCluster, type Cluster } from '../test/cluster.ts';
import { asking } from '../test/http.ts';

async function aStore() {
  const cluster = await aCluster();
  await cluster.leader();
  return { cluster, ask: asking(cluster, 'n1') };
}

/** A connection that says what a test wants. */
function caller(cluster: Cluster, text: string): { socket: Socket; heard: Promise<string> } {
  const [host, port] = cluster.at('n1').split(':');
  const socket = connect({ host: host as string, port: Number(port) });
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  socket.on('error', () => {});
  socket.write(text);
  onTestFinished(() => void socket.destroy());
  return { socket, heard: new Promise((resolve) => socket.on('close', () => resolve(heard))) };
}

const both = 'Cannot specify ?stale with ?consistent, conflicting semantics.';
const whole = 'a whole number from 0 to 9007199254740991 is wanted';
const duration = 'a duration such as 10s or 5m is wanted';

test.each([
  ['GET', 'kv/', 400, 'Missing key name'],
  ['GET', 'kv', 400, 'Missing key name'],
  ['PUT', 'kv/', 400, 'Missing key name'],
  ['DELETE', 'kv/', 400, 'Missing key name'],
  ['GET', 'kv/a?stale&consistent', 400, both],
  ['GET', 'kv/a?shiny', 400, /^Unknown parameter \?shiny: a GET here takes raw, recurse, /],
  ['PUT', 'kv/a?recurse', 400, 'Unknown parameter ?recurse: a PUT here takes cas, flags'],
  ['PUT', 'kv/a?cas=first', 400, `Invalid ?cas=first: ${whole}`],
  ['PUT', 'kv/a?flags=-1', 400, `Invalid ?flags=-1: ${whole}`],
  ['PUT', 'kv/a?flags=18446744073709551615', 400, `Invalid ?flags=18446744073709551615: ${whole}`],
  ['GET', 'kv/a?index=1.5', 400, `Invalid ?index=1.5: ${whole}`],
  ['GET', 'kv/a?index=1&wait=10', 400, `Invalid ?wait=10: ${duration}`],
  ['GET', 'kv/a?index=1&wait=soon', 400, `Invalid ?wait=soon: ${duration}`],
  ['DELETE', 'kv/a?recurse&cas=1', 400, 'Cannot specify ?recurse with ?cas: a tree has no index of its own'],
  ['GET', `kv/${'k'.repeat(10_000)}`, 400, 'Key name is 10000 bytes long, where 1024 are the most'],
  ['PUT', `kv/${'%E9%8D%B5'.repeat(400)}`, 400, 'Key name is 1200 bytes long, where 1024 are the most'],
  ['GET', 'kv/%ff', 400, 'Cannot read the key name: a % in it is not followed by what UTF-8 text is encoded as'],
  ['POST', 'kv/a', 405, 'Cannot POST a key: GET, PUT, DELETE are what can be done with it'],
  ['PATCH', 'kv/a', 405, 'Cannot PATCH a key: GET, PUT, DELETE are what can be done with it'],
  ['PUT', 'status/leader', 405, 'Cannot PUT /v1/status/leader: it can only be read, with GET'],
  ['GET', 'catalog/nodes', 404, /^There is no \/v1\/catalog\/nodes here; there are \/v1\/kv\/KEY/],
])('%#: a %s is refused in words', async (method, path, status, text) => {
  const { ask } = await aStoreOfOne();
  const said = await ask(method, path, method === 'GET' ? undefined : 'x');
  expect(said.status).toBe(status);
  if (typeof text === 'string') expect(said.text).toBe(text);
  else expect(said.text).toMatch(text);
  if (status === 405) expect(said.headers.get('Allow')).toMatch(/^GET/);
});

/** What goes wrong before a leader matters needs no three nodes. */
async function aStoreOfOne() {
  return { ask: asking(await aCluster({ size: 1 }), 'n1') };
}

test('a value above 512 kB is refused with 413, announced or not, and nothing is stored', async () => {
  const { cluster, ask } = await aStore();
  const announced = await ask('PUT', 'kv/a', Buffer.alloc(600_000, 'x'));
  expect(announced).toMatchObject({
    status: 413,
    text: 'Request body too large: 600000 bytes, where 524288 are the most',
  });
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const { heard } = caller(
    cluster,
    `PUT /v1/kv/a HTTP/1.1\r\nHost: n1\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(10)}`,
  );
  expect(await heard).toMatch(
    /^HTTP\/1\.1 413 [\s\S]*Request body too large: \d+ bytes or more, where 524288 are the most$/,
  );
  expect((await ask('GET', 'kv/a')).status).toBe(404);
});

test('a head of 100 kB is refused with 431', async () => {
  const { cluster, ask } = await aStore();
  const { heard } = caller(cluster, `GET /v1/kv/a HTTP/1.1\r\nHost: n1\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`);
  expect(await heard).toMatch(/^HTTP\/1\.1 431 /);
  expect((await ask('PUT', 'kv/a', 'x')).text).toBe('true');
});

test('half a request is told that time is up, a body that breaks off stores nothing, and others do not wait', async () => {
  const { cluster, ask } = await aStore();
  const half = caller(cluster, 'GET /v1/kv/a HTTP/1.1\r\nHost:');
  const broken = caller(cluster, 'PUT /v1/kv/a HTTP/1.1\r\nHost: n1\r\nContent-Length: 10\r\n\r\nfive');
  await once(broken.socket, 'connect');
  broken.socket.destroy();
  expect((await ask('GET', 'kv/a')).status).toBe(404);
  expect((await ask('PUT', 'kv/b', 'x')).text).toBe('true');
  expect(await half.heard).toMatch(/^HTTP\/1\.1 408 /);
});

test('a thousand idle connections keep nobody out', async () => {
  const { cluster, ask } = await aStore();
  const idle = Array.from({ length: 1_000 }, () => caller(cluster, ''));
  await Promise.all(idle.map(({ socket }) => once(socket, 'connect')));
  expect((await ask('PUT', 'kv/a', 'x')).text).toBe('true');
  expect((await ask('GET', 'kv/a?consistent&raw')).text).toBe('x');
});

test('whoever asks over HTTP and does not read keeps nobody waiting', async () => {
  const { cluster, ask } = await aStore();
  await ask('PUT', 'kv/large', Buffer.alloc(500_000, 'x'));
  const get = 'GET /v1/kv/large HTTP/1.1\r\nHost: n1\r\n\r\n';
  for (let i = 0; i < 20; i++) caller(cluster, get.repeat(20)).socket.pause();
  expect((await ask('PUT', 'kv/a', 'x')).text).toBe('true');
  expect((await ask('GET', 'kv/a?raw')).text).toBe('x');
});

const upgrade = 'GET /v1/client HTTP/1.1\r\nHost: n1\r\nConnection: Upgrade\r\nUpgrade: weekend-client\r\n\r\n';

test.each([
  ['no JSON', '{"requests":'],
  ['no requests', '{"kind":"Request"}'],
  ['null', 'null'],
  ['a request that is none', '{"requests":[7]}'],
  ['a message of the nodes', '{"requests":[{"kind":"AppendEntries","term":99,"entries":[]}]}'],
  ['a number that is none', '{"requests":[{"kind":"Request","id":{"session":null,"seq":-1},"ask":{"kind":"get"}}]}'],
  ['a node that nobody knows', '{"to":"n9","requests":[]}'],
])('a client program that sends %s is hung up on, and the node goes on', async (_what, text) => {
  const cluster = await aCluster({ size: 1 });
  const { socket, heard } = caller(cluster, upgrade);
  socket.write(frameOf(text));
  expect(await heard).toMatch(/^HTTP\/1\.1 101 [\s\S]*"kind":"news"/);
  expect((await asking(cluster, 'n1')('PUT', 'kv/a', 'x')).text).toBe('true');
});

test('an announced frame of four gigabytes is not waited for', async () => {
  const { socket, heard } = caller(await aCluster({ size: 1 }), upgrade);
  socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
  expect(await heard).toMatch(/^HTTP\/1\.1 101 /);
});

test('an upgrade to something else is refused in words', async () => {
  const { heard } = caller(await aCluster({ size: 1 }), upgrade.replace('weekend-client', 'websocket'));
  expect(await heard).toMatch(/^HTTP\/1\.1 400 [\s\S]*only weekend-client at \/v1\/client is spoken\n$/);
});

test('a client program that does not read keeps nobody waiting, and gets its answers when it does', async () => {
  const { cluster, ask } = await aStore();
  await ask('PUT', 'kv/large', Buffer.alloc(20_000, 'x'));
  await ask('GET', 'kv/large?stale&index=1');
  const { socket } = caller(cluster, upgrade);
  await once(socket, 'data');
  socket.pause();
  const ask100 = (i: number) =>
    Array.from({ length: 100 }, (_, j) => {
      const read = { kind: 'get', key: 'large', mode: 'stale' };
      return { kind: 'Request', id: { session: null, seq: 100 * i + j }, ask: read };
    });
  for (let i = 0; i < 10; i++) socket.write(frameOf(JSON.stringify({ requests: ask100(i) })));
  expect((await ask('PUT', 'kv/a', 'x')).text).toBe('true');
  let bytes = 0;
  const all = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes > 1_000 * 20_000) resolve();
    });
  });
  socket.resume();
  await all;
});
