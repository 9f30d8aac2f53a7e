/** Blocking queries: an answer when there is news, from whichever node is asked, and not before. */
import { expect, test } from 'vitest';
import { aCluster } from '../test/cluster.ts';
import { asking, indexOf } from '../test/http.ts';

async function aStore() {
  const cluster = await aCluster();
  const leader = await cluster.leader();
  const follower = cluster.ids.find((id) => id !== leader) as string;
  return { cluster, leader, ask: asking(cluster, leader), askFollower: asking(cluster, follower) };
}

test('who knows less than there is gets it at once', async () => {
  const { ask } = await aStore();
  await ask('PUT', 'kv/a', 'x');
  const index = indexOf(await ask('GET', 'kv/a'));
  expect((await ask('GET', `kv/a?index=${index - 1}&wait=10m`)).status).toBe(200);
});

test.each([
  ['a changed key', 'kv/a?', 'PUT', 'kv/a', 200],
  ['a deleted key', 'kv/a?', 'DELETE', 'kv/a', 404],
  ['a new key below a prefix', 'kv/a?recurse&', 'PUT', 'kv/ab', 200],
  ['a deleted tree', 'kv/a?keys&', 'DELETE', 'kv/?recurse', 404],
  ['a key, for a stale reader', 'kv/a?stale&', 'PUT', 'kv/a', 200],
])('%s wakes those who wait at the leader and at a follower', async (_what, waited, method, written, status) => {
  const { ask, askFollower } = await aStore();
  await ask('PUT', 'kv/a', 'before');
  // Also where a stale reader looks.
  const index = indexOf(await askFollower('GET', `${waited}index=1`));
  const waiting = [ask, askFollower].map((say) => say('GET', `${waited}index=${index}`));
  await ask('PUT', 'kv/other/elsewhere', 'x').then(() => ask(method, written, method === 'PUT' ? 'after' : undefined));
  for (const said of await Promise.all(waiting)) {
    expect(said.status).toBe(status);
    expect(indexOf(said)).toBeGreaterThan(index);
  }
});

test('without news the answer is what it was, when the wait is over', async () => {
  const { ask } = await aStore();
  await ask('PUT', 'kv/a', 'x');
  const index = indexOf(await ask('GET', 'kv/a'));
  const waited = await ask('GET', `kv/a?index=${index}&wait=50ms`);
  expect([waited.status, indexOf(waited)]).toEqual([200, index]);
});

test('one who waits outlives the leader', async () => {
  const { cluster, leader, ask, askFollower } = await aStore();
  await ask('PUT', 'kv/a', 'before');
  const index = indexOf(await askFollower('GET', 'kv/a'));
  const waiting = askFollower('GET', `kv/a?index=${index}`);
  await cluster.crash(leader);
  await askFollower('PUT', 'kv/a', 'after');
  const [{ Value }] = JSON.parse((await waiting).text);
  expect(Buffer.from(Value, 'base64').toString()).toBe('after');
});
