/** A client that nobody here wrote: the npm package `consul`, before a cluster whose leader is killed. */
import Consul from 'consul';
import { expect, onTestFinished, test } from 'vitest';
import { aCluster } from '../test/cluster.ts';

async function aConsul() {
  const cluster = await aCluster();
  const leader = await cluster.leader();
  const follower = cluster.ids.find((id) => id !== leader) as string;
  const [host, port] = cluster.at(follower).split(':');
  const consul = new Consul({ host: host as string, port: Number(port) });
  onTestFinished(() => consul.destroy());
  return { cluster, leader, consul };
}

test('set, get, keys, recurse, cas and delete', async () => {
  const { consul } = await aConsul();
  expect(await consul.kv.set('hello/there', 'world')).toBe(true);
  expect(await consul.kv.set({ key: 'hello/you', value: 'too', flags: 7 })).toBe(true);
  expect(await consul.kv.get('hello/you')).toMatchObject({ Key: 'hello/you', Value: 'too', Flags: 7, LockIndex: 0 });
  expect(await consul.kv.get('goodbye')).toBeUndefined();
  expect(await consul.kv.get({ key: 'hello/there', raw: true })).toEqual(Buffer.from('world'));
  expect(await consul.kv.keys('hello/')).toEqual(['hello/there', 'hello/you']);
  expect(await consul.kv.keys({ key: '', separator: '/' })).toEqual(['hello/']);
  const all = (await consul.kv.get({ key: 'hello/', recurse: true })) as { Key: string; Value: string }[];
  expect(all.map(({ Key, Value }) => [Key, Value])).toEqual([
    ['hello/there', 'world'],
    ['hello/you', 'too'],
  ]);
  const { ModifyIndex } = (await consul.kv.get('hello/you')) as { ModifyIndex: number };
  expect(await consul.kv.set({ key: 'hello/you', value: 'no', cas: ModifyIndex - 1 })).not.toBe(true);
  expect(await consul.kv.set({ key: 'hello/you', value: 'yes', cas: ModifyIndex })).toBe(true);
  expect(await consul.kv.del('hello/you')).toBe(true);
  expect(await consul.kv.del({ key: 'hello/', recurse: true })).toBe(true);
  expect(await consul.kv.get('hello/there')).toBeUndefined();
  expect(await consul.status.leader()).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(await consul.status.peers()).toHaveLength(3);
});

test('a watch sees each change, and goes on when the leader is killed', async () => {
  const { cluster, leader, consul } = await aConsul();
  const watch = consul.watch({ method: consul.kv.get, options: { key: 'watched' }, backoffFactor: 10 });
  onTestFinished(() => watch.end());
  const seen: string[] = [];
  let look = () => {};
  watch.on('change', (pair?: { Value: string }) => {
    seen.push(pair?.Value ?? 'nothing');
    look();
  });
  const sees = (value: string) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (seen.at(-1) === value) resolve();
      };
      look();
    });
  await sees('nothing');
  await consul.kv.set('watched', 'first');
  await sees('first');
  await cluster.crash(leader);
  expect(await consul.kv.set('watched', 'second')).toBe(true);
  await sees('second');
  await consul.kv.del('watched');
  await sees('nothing');
});
