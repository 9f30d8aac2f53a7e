/** `@weekend/client` before a real cluster: each method, and what an acknowledgement is worth when the leader is killed. */
import { type Client, connect, NotDone, OutcomeUnknown } from '@weekend/client';
import { expect, onTestFinished, test } from 'vitest';
import { aCluster, type Cluster } from '../test/cluster.ts';

async function aClient(cluster: Cluster, nodes: readonly string[], timeout = 20_000): Promise<Client> {
  const client = await connect({ nodes: nodes.map((id) => cluster.at(id)), timeout });
  onTestFinished(() => client.close());
  return client;
}

test('puts, gets, lists, checks and deletes, in each mode', async () => {
  const cluster = await aCluster();
  const store = await aClient(cluster, cluster.ids);
  const index = await store.put('a/1', 'grüezi', { flags: 3 });
  expect(await store.get('a/1')).toEqual({
    key: 'a/1',
    value: Buffer.from('grüezi'),
    flags: 3,
    createIndex: index,
    modifyIndex: index,
  });
  expect(await store.cas('a/1', Buffer.from([0, 255]), index)).toBe(true);
  expect(await store.cas('a/1', 'no', index)).toBe(false);
  expect(await store.cas('a/2', 'new', 0)).toBe(true);
  for (const mode of ['default', 'consistent'] as const)
    expect((await store.list('a/', { mode })).map(({ key, value }) => [key, [...value]])).toEqual([
      ['a/1', [0, 255]],
      ['a/2', [...Buffer.from('new')]],
    ]);
  expect((await store.get('a/1', { mode: 'stale' }))?.key ?? 'a/1').toBe('a/1');
  expect(await store.delete('a/1', { cas: index })).toBe(false);
  expect(await store.delete('a/1')).toBe(true);
  await store.deleteTree('a/');
  expect(await store.get('a/2')).toBeUndefined();
});

test('a client that knows one follower alone reaches the leader over it', async () => {
  const cluster = await aCluster();
  const leader = await cluster.leader();
  const store = await aClient(cluster, [cluster.ids.find((id) => id !== leader) as string]);
  await store.put('a', 'x');
  expect((await store.get('a', { mode: 'consistent' }))?.value.toString()).toBe('x');
});

test('the leader is killed under pipelined writes: each acknowledged one is there, once', async () => {
  const cluster = await aCluster();
  const leader = await cluster.leader();
  const store = await aClient(cluster, cluster.ids);
  const acknowledged = new Map<string, number>();
  const lanes = 64;
  const each = 40;
  let killed: Promise<void> | undefined;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let i = 0; i < each; i++) {
        const key = `${lane}/${i}`;
        acknowledged.set(key, await store.put(key, key));
        if (acknowledged.size === (lanes * each) / 4) killed = cluster.crash(leader);
      }
    }),
  );
  await killed;
  const pairs = await store.list('', { mode: 'consistent' });
  expect(pairs).toHaveLength(lanes * each);
  for (const { key, value, createIndex, modifyIndex } of pairs) {
    // Done twice, it would have been modified after it was created.
    expect([value.toString(), createIndex, modifyIndex]).toEqual([key, acknowledged.get(key), acknowledged.get(key)]);
  }
});

test('what is wrong with a request is said, and what is right goes on', async () => {
  const cluster = await aCluster();
  const store = await aClient(cluster, cluster.ids);
  await expect(store.put('a', Buffer.alloc(600_000))).rejects.toThrow(
    'Cannot do the put of "a": its value is 600000 bytes long, where 524288 are the most',
  );
  await expect(store.get('')).rejects.toThrow('Cannot do the get of "": Missing key name');
  await expect(store.put('k'.repeat(10_000), 'x')).rejects.toThrow(
    'its key is 10000 bytes long, where 1024 are the most',
  );
  await store.put('a', 'x');
});

test('without a majority a write that was taken is unknown, and one that was not is not done', async () => {
  const cluster = await aCluster();
  const leader = await cluster.leader();
  const followers = cluster.ids.filter((id) => id !== leader);
  const store = await aClient(cluster, cluster.ids, 300);
  await store.put('a', 'x');
  await Promise.all(followers.map((id) => cluster.crash(id)));
  await expect(store.put('a', 'y')).rejects.toThrow(OutcomeUnknown);
  await cluster.crash(leader);
  const outcome = () => store.put('a', 'z').catch((error: unknown) => error);
  // The first may still be on its way when the leader dies.
  while (!((await outcome()) instanceof NotDone));
});

test('a client comes back to nodes that were all away', async () => {
  const cluster = await aCluster();
  await cluster.leader();
  const store = await aClient(cluster, cluster.ids);
  await store.put('a', 'x');
  await Promise.all(cluster.ids.map((id) => cluster.crash(id)));
  const later = store.put('b', 'y');
  await Promise.all(cluster.ids.map((id) => cluster.boot(id)));
  await later;
  expect((await store.get('a'))?.value.toString()).toBe('x');
});

test('who reaches nobody says whom he tried', async () => {
  await expect(connect({ nodes: ['127.0.0.1:1'], timeout: 100 })).rejects.toThrow(
    /^Cannot connect: no node was reached within 100 ms \(127\.0\.0\.1:1: .*ECONNREFUSED/,
  );
  for (const node of ['nonsense:port', '127.0.0.1', '127.0.0.1:80/v1', ''])
    await expect(connect({ nodes: ['127.0.0.1:1', node] })).rejects.toThrow(
      `Cannot connect to "${node}": host:port is wanted`,
    );
  await expect(connect({ nodes: [] })).rejects.toThrow('no nodes are given');
});

test('closing fails what waits', async () => {
  const cluster = await aCluster();
  const leader = await cluster.leader();
  const store = await aClient(cluster, cluster.ids);
  await Promise.all(cluster.ids.filter((id) => id !== leader).map((id) => cluster.crash(id)));
  const waiting = store.put('a', 'x');
  store.close();
  await expect(waiting).rejects.toThrow('this client was closed');
});
