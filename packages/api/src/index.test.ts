/** What a gateway promises to the nodes behind it. */
import type { Door } from '@weekend/process';
import type { Raft } from '@weekend/raft';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { openGateway } from './index.ts';

/** The addresses under which a gateway of n1 asks for those who speak HTTP. */
async function addressesOfOneLife(): Promise<string[]> {
  const asked: string[] = [];
  const door: Door<Raft> = {
    id: 'n1',
    nodes: () => [],
    post: (client) => asked.push(client),
    description: () => ({}),
    onChange: () => () => {},
  };
  const gateway = openGateway(door, { hold: 0 });
  const pages = new Hono();
  gateway.mount(pages);
  const env = { incoming: { method: 'GET', url: '/v1/kv/a' }, outgoing: { once: () => {} } };
  await pages.request('/v1/kv/a', {}, env);
  gateway.close();
  return asked;
}

test('a node that comes back asks under another address, lest it gets the answers to what it asked before', async () => {
  const [first, second] = [await addressesOfOneLife(), await addressesOfOneLife()];
  expect(first[0]).toMatch(/^client\/n1\/./);
  expect(second[0]).toMatch(/^client\/n1\/./);
  expect(second[0]).not.toBe(first[0]);
});
