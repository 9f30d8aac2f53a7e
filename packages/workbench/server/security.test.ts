/** Who is kept out. Each of these would otherwise run or kill something on the student's machine. */
import { statSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk } from './testing/desk.ts';

const order = JSON.stringify({ kind: 'kill', node: 'n1' });
const killing = { method: 'POST', body: order, headers: { 'content-length': String(order.length) } };

test('the link lets a browser in, and takes the token out of the address', async () => {
  const { first, askInside } = await openDesk();
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/');
  expect(first.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await askInside('/')).text).toContain('The page');
});

test('nobody comes in without the cookie, to no page, no file and no order', async () => {
  const { ask, host } = await openDesk();
  for (const path of ['/', '/assets/app-1a2b.js', '/api/code', '/api/events', '/code/x/y.ts', '/api/cluster'])
    expect((await ask(path)).status, path).toBe(403);
  expect((await ask('/api/cluster', { ...killing, headers: { origin: `http://${host}` } })).status).toBe(403);
});

test('a wrong token gets 403 and no cookie, whatever its length', async () => {
  const { ask, token } = await openDesk();
  for (const wrong of ['', 'x', `${token}x`, token.slice(1), token.toLowerCase().toUpperCase()]) {
    const { status, headers } = await ask(`/?token=${wrong}`);
    expect([status, headers['set-cookie']]).toEqual([403, undefined]);
  }
});

test('a wrong cookie gets 403, and so does the token in its place', async () => {
  const { ask, cookie, token } = await openDesk();
  const [name] = cookie.split('=');
  for (const value of ['', 'x', token])
    expect((await ask('/api/code', { headers: { cookie: `${name}=${value}` } })).status).toBe(403);
});

test('a page of another origin gets 403, though the browser sends the cookie', async () => {
  const { askInside, host, orders } = await openDesk();
  const [, port] = host.split(':');
  const foreign = ['http://evil.example', 'null', `https://${host}`, 'http://127.0.0.1:1', `http://localhost:${port}`];
  for (const origin of foreign) {
    expect((await askInside('/api/code', { headers: { origin } })).status, origin).toBe(403);
    const headers = { ...killing.headers, origin };
    expect((await askInside('/api/cluster', { ...killing, headers })).status, origin).toBe(403);
  }
  expect(orders).toEqual([]);
});

test('an order without an Origin gets 403: a browser always sends one with it', async () => {
  const { ask, cookie, orders } = await openDesk();
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    expect((await ask('/api/cluster', { ...killing, method, headers: { ...killing.headers, cookie } })).status).toBe(
      403,
    );
  expect(orders).toEqual([]);
});

test('another port of loopback is the same site to a browser, and is refused by what it says of itself', async () => {
  const { ask, cookie } = await openDesk();
  for (const site of ['same-site', 'cross-site'])
    for (const mode of ['no-cors', 'cors', 'websocket'])
      expect(
        (await ask('/api/code', { headers: { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': mode } })).status,
      ).toBe(403);
});

test('a name that somebody points at loopback gets 403 (DNS rebinding)', async () => {
  const { askInside, host } = await openDesk();
  const [, port] = host.split(':');
  for (const name of [
    `evil.example:${port}`,
    '127.0.0.1',
    '127.0.0.1:1',
    `0.0.0.0:${port}`,
    `127.0.0.1.evil.example:${port}`,
    '',
  ]) {
    const headers = { host: name, origin: `http://${name}` };
    expect((await askInside('/api/code', { headers })).status, name).toBe(name === '' ? 400 : 403);
  }
  expect(
    (await askInside('/api/code', { headers: { host: `localhost:${port}`, origin: `http://localhost:${port}` } }))
      .status,
  ).toBe(200);
});

test('no path leads upwards, however it is written', async () => {
  const { askInside } = await openDesk();
  const ways = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2E%2E%2Fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%252e%252e/%252e%252e/secret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/code/x/../../secret.txt',
    '/code/framework/..%2f..%2fsecret.txt',
    '/%2e%2e/pages-beside/index.html',
    '/index.html%00.js',
    '/%ff',
  ];
  for (const way of ways) {
    const { status, text } = await askInside(way);
    expect([way, [400, 403, 404].includes(status), text.includes('secret')]).toEqual([way, true, false]);
  }
});

test('a link that leads out of the folder is not followed', async () => {
  const { root, askInside } = await openDesk();
  symlinkSync(join(root, 'secret.txt'), join(root, 'pages/leak.js'));
  symlinkSync(root, join(root, 'pages/out'));
  for (const path of ['/leak.js', '/out/secret.txt', '/out/pages-beside/index.html'])
    expect((await askInside(path)).status, path).toBe(404);
});

test('code outside the stage is not served: by a path, by an import or by a link', async () => {
  const outside = {
    'solutions/03-election/mutants/peeks.ts': `import '../../../secret.ts';\n`,
    'secret.ts': 'export {};\n',
  };
  const { root, write, askInside } = await openDesk(outside);
  symlinkSync(join(root, 'secret.ts'), join(root, 'exercises/03-election/leak.ts'));
  symlinkSync(join(root, 'secret.ts'), join(root, 'solutions/03-election/mutants/leak.ts'));
  write('exercises/03-election/election.ts', `import './leak.ts';\nexport const election = {};\n`);
  const { list, troubles } = JSON.parse((await askInside('/api/code')).text);
  expect(list.election.mine).toBe('');
  expect(troubles).toEqual([expect.objectContaining({ file: 'exercises/03-election/election.ts', line: 1 })]);
  // One of ours is made ready when it is asked for, and refused then.
  expect(list.election.mutants).toEqual([expect.stringContaining('/mutants/peeks.ts')]);
  expect((await askInside(list.election.mutants[0])).status).toBe(404);
  const hash = list.election.reference.split('/')[2];
  for (const path of ['secret.ts', 'secret.txt', 'packages/raft/src/index.ts', 'solutions/03-election/mutants/leak.ts'])
    expect((await askInside(`/code/${hash}/${path}`)).status, path).toBe(404);
});

test('every answer forbids inline scripts, frames and guessing, and allows nobody else to read', async () => {
  const { ask, askInside } = await openDesk();
  for (const { headers } of [
    await ask('/'),
    await askInside('/'),
    await askInside('/api/code'),
    await askInside('/nowhere'),
  ]) {
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
});

test('it listens on loopback alone', async () => {
  const { host } = await openDesk();
  const port = Number(host.split(':')[1]);
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal }) => !internal);
  for (const { address, family } of others.filter((each) => each.family === 'IPv4'))
    expect([family, await isAnswered(address, port)]).toEqual([family, false]);
});

test('what tells other commands of it is for its owner and holds no secret', async () => {
  const { root, token } = await openDesk();
  const file = join(root, '.weekend/workbench.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(file, 'utf8')).not.toContain(token);
});

test('an order that is none, too long, or meant for something else than a node is refused', async () => {
  const { askInside, orders } = await openDesk();
  const post = (body: string) =>
    askInside('/api/cluster', { method: 'POST', body, headers: { 'content-length': String(body.length) } });
  expect((await post('{')).status).toBe(400);
  expect((await post(JSON.stringify({ kind: 'kill', node: '../../etc' }))).status).toBe(400);
  expect((await post(JSON.stringify({ kind: 'up', nodes: 1e9, runtime: 'process', lineup: 'mine' }))).status).toBe(400);
  expect((await post(JSON.stringify({ kind: 'partition', groups: [['n1'], ['n1']] }))).status).toBe(400);
  expect((await post(' '.repeat(20_000))).status).toBe(413);
  expect(orders).toEqual([]);
  expect((await post(order)).status).toBe(200);
  expect(orders).toEqual([{ kind: 'kill', node: 'n1' }]);
});

const isAnswered = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
