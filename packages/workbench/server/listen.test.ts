/** Which port, and what is said where it is taken. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listenOnLoopback, PortTaken } from './listen.ts';

const pair = () => {
  const servers = [createServer(), createServer()] as const;
  onTestFinished(() => {
    for (const server of servers) server.close();
  });
  return servers;
};

test('a free port is found, and both addresses of loopback have the same', async () => {
  const servers = pair();
  const port = await listenOnLoopback(servers, 0);
  const places = servers.filter(({ listening }) => listening).map((server) => server.address() as AddressInfo);
  expect(places.map((place) => place.port)).toEqual(places.map(() => port));
  expect(places.every(({ address }) => address === '127.0.0.1' || address === '::1')).toBe(true);
});

test('a port that somebody has is refused, on either address', async () => {
  for (const host of ['127.0.0.1', '::1']) {
    const other = createServer().listen({ port: 0, host });
    const isThere = await once(other, 'listening').then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(listenOnLoopback(pair(), port)).rejects.toThrow(PortTaken);
  }
});
