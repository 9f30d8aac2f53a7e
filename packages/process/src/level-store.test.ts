/** LevelDB keeps the ordered store's promises, and a folder that can't be opened is told in a sentence. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aFolder, boot } from '../test/kit.ts';
import { CannotStart } from './cannot-start.ts';
import { LevelStore } from './level-store.ts';

async function open(folder = aFolder(), counters = { syncs: 0 }): Promise<LevelStore> {
  const store = await LevelStore.open(folder, counters);
  onTestFinished(() => store.close());
  return store;
}

const put = (key: string, value: string) => ({ type: 'put' as const, key, value });

async function all(store: LevelStore, ...range: Parameters<LevelStore['iterator']>): Promise<string[]> {
  const found: string[] = [];
  for await (const [key, value] of store.iterator(...range)) found.push(`${key}=${value}`);
  return found;
}

test('what was put is there, in the order of the keys, in ranges and backwards', async () => {
  const store = await open();
  await store.batch([put('b', '2'), put('a', '1'), put('c', '3'), put('B', ''), put('b', '4')]);
  expect([await store.get('b'), await store.get('B'), await store.get('x')]).toEqual(['4', '', undefined]);
  expect(await all(store)).toEqual(['B=', 'a=1', 'b=4', 'c=3']);
  expect(await all(store, { gte: 'a', lt: 'c' })).toEqual(['a=1', 'b=4']);
  expect(await all(store, { gte: 'b', reverse: true })).toEqual(['c=3', 'b=4']);
  await store.batch([{ type: 'del', key: 'a' }, put('a', '5'), { type: 'del', key: 'c' }], { sync: true });
  expect(await all(store)).toEqual(['B=', 'a=5', 'b=4']);
});

test('it is there when the folder is opened again', async () => {
  const folder = aFolder();
  const first = await LevelStore.open(folder, { syncs: 0 });
  await first.batch([put('a', 'ü漢\0😀')]);
  await first.close();
  expect(await all(await open(folder))).toEqual(['a=ü漢\0😀']);
});

test('a sync is asked of LevelDB: without it a power cut could take what was promised', async () => {
  const batch = vi.spyOn(ClassicLevel.prototype, 'batch');
  onTestFinished(() => batch.mockRestore());
  const counters = { syncs: 0 };
  const store = await open(aFolder(), counters);
  await store.batch([put('a', '1')]);
  await store.batch([put('a', '2')], { sync: true });
  // LevelDB does nothing at all for a batch without operations.
  await store.batch([], { sync: true });
  const calls = batch.mock.calls as unknown as [operations: unknown[], options: { sync: boolean }][];
  expect(calls.map(([operations, { sync }]) => [operations.length, sync])).toEqual([
    [1, false],
    [1, true],
    [1, true],
  ]);
  expect([counters.syncs, await all(store)]).toEqual([2, ['a=2']]);
});

test('a folder that another has open is refused in one sentence', async () => {
  const folder = aFolder();
  await open(folder);
  await expect(open(folder)).rejects.toThrow(
    new CannotStart(`Cannot open the data folder ${folder}: another process has it open; stop that one first`),
  );
});

test('damaged files are refused in one sentence that says what to do', async () => {
  const folder = aFolder();
  await (await LevelStore.open(folder, { syncs: 0 })).close();
  writeFileSync(join(folder, 'CURRENT'), 'not the name of a manifest');
  await expect(open(folder)).rejects.toThrow(/^Cannot open the data folder .*damaged.*delete the folder/);
});

test('what a log store refuses keeps the node from starting, and the folder is free again', async () => {
  const data = aFolder();
  const refusing = { open: () => Promise.reject(new Error('record 3 is damaged')) };
  await expect(boot({ data, logStore: refusing })).rejects.toThrow(
    new CannotStart(
      `Cannot restore what was saved in ${data}: record 3 is damaged; a node that has lost that must not come back under its name`,
    ),
  );
  await boot({ data });
});
