/** Consul's key-value API, word by word, on a cluster of real nodes. */
import { expect, test } from 'vitest';
import { aCluster } from '../test/cluster.ts';
import { asking, indexOf } from '../test/http.ts';

/** What its leader asks, and what a follower of it asks. */
async function aStore() {
  const cluster = await aCluster();
  const leader = await cluster.leader();
  const follower = cluster.ids.find((id) => id !== leader) as string;
  return { cluster, leader, follower, ask: asking(cluster, leader), askFollower: asking(cluster, follower) };
}

test('the golden trace: indexes of keys and lists are those of the writes, deletes count, others do not', async () => {
  // Of one node: among several, somebody may be elected in the middle, on a busy machine, and that takes an index, too.
  const cluster = await aCluster({ size: 1 });
  const ask = asking(cluster, await cluster.leader());
  const set = (key: string) => ask('PUT', `kv/${key}`, 'test');
  await set('foo');
  const [created] = JSON.parse((await ask('GET', 'kv/foo')).text);
  // The log begins with the entry of the leader's election.
  const start = created.CreateIndex - 1;
  await set('foo');
  const [updated] = JSON.parse((await ask('GET', 'kv/foo')).text);
  expect([updated.CreateIndex - start, updated.ModifyIndex - start]).toEqual([1, 2]);

  const five = ['foo/bar/baz', 'foo/bar/zip', 'foo/bar/zip/zorp', 'zab', 'zap'];
  for (const key of five) await set(key);
  const base = updated.ModifyIndex;
  const list = async (prefix: string) => {
    const said = await ask('GET', `kv/${prefix}?recurse`);
    return { index: indexOf(said) - base, keys: JSON.parse(said.text).map(({ Key }: { Key: string }) => Key) };
  };
  expect(await list('foo/bar/zip')).toEqual({ index: 3, keys: ['foo/bar/zip', 'foo/bar/zip/zorp'] });
  const keys = await ask('GET', 'kv/foo/bar/?keys&separator=/');
  expect(JSON.parse(keys.text)).toEqual(['foo/bar/baz', 'foo/bar/zip', 'foo/bar/zip/']);
  expect((await ask('DELETE', 'kv/foo/bar/baz')).text).toBe('true');
  expect((await list('foo/bar')).index).toBe(6);
  await set('zoo');
  expect((await list('foo/bar')).index).toBe(6);
});

test('a pair is told as Consul tells it, with its headers', async () => {
  const { ask, askFollower } = await aStore();
  expect((await askFollower('PUT', 'kv/zip?flags=42', 'test')).text).toBe('true');
  const said = await ask('GET', 'kv/zip');
  const [{ CreateIndex, ModifyIndex, ...pair }] = JSON.parse(said.text);
  expect(pair).toEqual({ LockIndex: 0, Key: 'zip', Flags: 42, Value: 'dGVzdA==' });
  expect(CreateIndex).toBe(ModifyIndex);
  expect(Object.fromEntries(said.headers)).toMatchObject({
    'content-type': 'application/json',
    'x-consul-index': String(ModifyIndex),
    'x-consul-knownleader': 'true',
    'x-consul-lastcontact': '0',
    'x-consul-effective-consistency': 'leader',
  });
});

test('what is not there is a 404 without a word, and with an index', async () => {
  const { ask } = await aStore();
  for (const path of ['kv/nothing', 'kv/nothing?recurse', 'kv/nothing?keys', 'kv/nothing?raw']) {
    const said = await ask('GET', path);
    expect([said.status, said.text, indexOf(said) > 0], path).toEqual([404, '', true]);
  }
});

test('values are bytes, keys are Unicode, and raw gives a value as it was put', async () => {
  const { cluster, follower, ask } = await aStore();
  const bytes = Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256));
  const key = encodeURIComponent('ключ/鍵 100%?&#');
  expect((await ask('PUT', `kv/${key}`, bytes)).text).toBe('true');
  const raw = await fetch(`http://${cluster.at(follower)}/v1/kv/${key}?raw`);
  expect(Buffer.from(await raw.arrayBuffer())).toEqual(bytes);
  // What somebody stored must not run in a browser.
  expect(raw.headers.get('Content-Security-Policy')).toBe('sandbox');
  const [pair] = JSON.parse((await ask('GET', `kv/${key}`)).text);
  expect([pair.Key, Buffer.from(pair.Value, 'base64')]).toEqual(['ключ/鍵 100%?&#', bytes]);
});

test('the largest value goes through, and an empty one', async () => {
  const { ask, askFollower } = await aStore();
  const bytes = Buffer.alloc(512 * 1024, 0);
  expect((await askFollower('PUT', 'kv/large', bytes)).text).toBe('true');
  const [pair] = JSON.parse((await ask('GET', 'kv/large')).text);
  expect(Buffer.from(pair.Value, 'base64').equals(bytes)).toBe(true);
  expect((await askFollower('PUT', 'kv/empty')).text).toBe('true');
  expect(JSON.parse((await ask('GET', 'kv/empty')).text)[0].Value).toBe('');
});

test('a check-and-set writes if the index is right, with 0 if there is no such key', async () => {
  const { ask } = await aStore();
  expect((await ask('PUT', 'kv/a?cas=0', '1')).text).toBe('true');
  expect((await ask('PUT', 'kv/a?cas=0', '2')).text).toBe('false');
  const [{ ModifyIndex }] = JSON.parse((await ask('GET', 'kv/a')).text);
  expect((await ask('PUT', `kv/a?cas=${ModifyIndex + 1}`, '3')).text).toBe('false');
  expect((await ask('PUT', `kv/a?cas=${ModifyIndex}`, '4')).text).toBe('true');
  expect((await ask('GET', 'kv/a?raw')).text).toBe('4');
  expect((await ask('DELETE', `kv/a?cas=${ModifyIndex}`)).text).toBe('false');
  expect((await ask('DELETE', `kv/a?cas=${ModifyIndex + 1}`)).status).toBe(200);
});

test('a tree is deleted with everything below the prefix, and the empty prefix is everything', async () => {
  const { ask, askFollower } = await aStore();
  for (const key of ['a/1', 'a/2', 'b']) await ask('PUT', `kv/${key}`, 'x');
  expect((await askFollower('DELETE', 'kv/a/?recurse')).text).toBe('true');
  expect(JSON.parse((await ask('GET', 'kv/?keys')).text)).toEqual(['b']);
  await ask('DELETE', 'kv/?recurse');
  expect((await ask('GET', 'kv/?keys')).status).toBe(404);
});

test('each consistency is answered by whoever may, and named', async () => {
  const { ask, askFollower } = await aStore();
  await ask('PUT', 'kv/a', 'x');
  for (const [parameter, name] of [
    ['', 'leader'],
    ['?consistent', 'consistent'],
  ]) {
    const said = await askFollower('GET', `kv/a${parameter}`);
    expect([said.headers.get('X-Consul-Effective-Consistency'), indexOf(said) > 0, said.status]).toEqual([
      name,
      true,
      200,
    ]);
  }
  const stale = await askFollower('GET', 'kv/a?stale');
  expect(stale.headers.get('X-Consul-Effective-Consistency')).toBe('stale');
  expect(stale.headers.get('X-Consul-LastContact')).toMatch(/^\d+$/);
});

test('the status pages tell the leader and the peers, each by host and port', async () => {
  const { cluster, leader, ask, askFollower } = await aStore();
  const address = (id: string) => `127.0.0.1:${cluster.node(id).listen.port}`;
  for (const say of [ask, askFollower]) {
    expect(JSON.parse((await say('GET', 'status/leader')).text)).toBe(address(leader));
    expect(JSON.parse((await say('GET', 'status/peers')).text).sort()).toEqual(cluster.ids.map(address).sort());
  }
});

test('where no leader can be, writes and reads say so in time, a stale read answers, and nobody leads', async () => {
  const cluster = await aCluster({ hold: 200 });
  const leader = await cluster.leader();
  const [survivor, second] = cluster.ids.filter((id) => id !== leader) as [string, string];
  const ask = asking(cluster, survivor);
  await ask('PUT', 'kv/a', 'x');
  const { lastIndex } = cluster.node(leader).status().state;
  await cluster.until(survivor, ({ commitIndex }) => Number(commitIndex) >= Number(lastIndex));
  await Promise.all([leader, second].map((id) => cluster.crash(id)));
  await cluster.until(survivor, ({ leader }) => leader === null);
  expect(await ask('GET', 'kv/a')).toMatchObject({ status: 500, text: 'No cluster leader' });
  expect(await ask('PUT', 'kv/a', 'y')).toMatchObject({ status: 500, text: 'No cluster leader' });
  const stale = await ask('GET', 'kv/a?stale');
  expect([stale.status, stale.headers.get('X-Consul-KnownLeader')]).toEqual([200, 'false']);
  expect((await ask('GET', 'status/leader')).text).toBe('""');
});

test('a write that a leader took and could not finish is not called undone', async () => {
  const cluster = await aCluster({ hold: 200 });
  const leader = await cluster.leader();
  await Promise.all(cluster.ids.filter((id) => id !== leader).map((id) => cluster.crash(id)));
  const said = await asking(cluster, leader)('PUT', 'kv/a', 'x');
  expect([said.status, said.text]).toEqual([
    500,
    'Cannot tell whether the put of "a" was done: no leader has answered within 200 ms',
  ]);
});

test('a write waits while a leader is elected, and is then done once', async () => {
  const { cluster, leader, askFollower } = await aStore();
  await cluster.crash(leader);
  expect(await askFollower('PUT', 'kv/a', 'x')).toMatchObject({ status: 200, text: 'true' });
  const [{ CreateIndex, ModifyIndex }] = JSON.parse((await askFollower('GET', 'kv/a')).text);
  expect(CreateIndex).toBe(ModifyIndex);
});
