/** What was written is what is restored; a tail writes what is new; a broken database is told in a sentence. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aFolder } from '../test/kit.ts';
import { CannotStart } from './cannot-start.ts';
import { Disk, type Writes } from './disk.ts';
import { EncodingTurn } from './encoding-turn.ts';

type Changes = Record<string, unknown>;

async function open(folder: string): Promise<{ disk: Disk; saved: Record<string, unknown> }> {
  const disk = await Disk.open(folder);
  onTestFinished(() => disk.close());
  return { disk, saved: await disk.restore() };
}

/** Saves one after the other, all in one write, and answers what was written. */
async function save(disk: Disk, ...saves: Changes[]): Promise<Writes> {
  const turn = new EncodingTurn(0, () => 0, []);
  for (const changes of saves) turn.save(changes);
  const writes: Writes = new Map();
  disk.stage(turn.encodedSaves, writes);
  await disk.write(writes);
  return writes;
}

async function restoredAfter(...saves: Changes[]): Promise<Record<string, unknown>> {
  const folder = aFolder();
  const { disk } = await open(folder);
  for (const changes of saves) await save(disk, changes);
  await disk.close();
  return (await open(folder)).saved;
}

test('a field that turns from a list into a value and back is what it was last', async () => {
  expect(await restoredAfter({ x: [1, 2] }, { x: 7 })).toEqual({ x: 7 });
  expect(await restoredAfter({ x: 7 }, { x: [1, 2] })).toEqual({ x: [1, 2] });
  expect(await restoredAfter({ x: [1, 2] }, { x: null })).toEqual({ x: null });
});

test('a field saved as undefined is as one that was never saved', async () => {
  expect(await restoredAfter({ x: 7, y: [1] }, { x: undefined, y: undefined })).toEqual({});
});

test('fields whose names look like keys of other fields are kept apart', async () => {
  const saved = { a: [1], 'a/000000000000': [2], 'a/': 3, 'value/a': 4, ü漢: [5] };
  expect(await restoredAfter(saved)).toEqual(saved);
});

test('a write asks for a sync: without one a power cut could take what was promised', async () => {
  const batch = vi.spyOn(ClassicLevel.prototype, 'batch');
  onTestFinished(() => batch.mockRestore());
  const { disk } = await open(aFolder());
  await save(disk, { term: 1 });
  expect(batch).toHaveBeenCalledExactlyOnceWith([{ type: 'put', key: 'value/term', value: '1' }], { sync: true });
});

test('a tail writes its items and nothing that stood before it', async () => {
  const { disk } = await open(aFolder());
  await save(disk, { log: Array.from({ length: 1000 }, (_, i) => i) });
  expect(await save(disk, { log: { from: 1000, items: ['new'] } })).toEqual(
    new Map([
      ['item/log/000000001000', '"new"'],
      ['length/log', '1001'],
    ]),
  );
});

test('a shorter tail deletes what lay beyond it', async () => {
  const { disk } = await open(aFolder());
  await save(disk, { log: ['a', 'b', 'c'] });
  expect(await save(disk, { log: { from: 1, items: ['x'] } })).toEqual(
    new Map([
      ['item/log/000000000001', '"x"'],
      ['item/log/000000000002', undefined],
      ['length/log', '2'],
    ]),
  );
});

test('a restored list goes on where it ended', async () => {
  const folder = aFolder();
  const first = await open(folder);
  await save(first.disk, { log: ['a', 'b'] });
  await first.disk.close();
  const second = await open(folder);
  await save(second.disk, { log: { from: 2, items: ['c'] } });
  await second.disk.close();
  expect((await open(folder)).saved).toEqual({ log: ['a', 'b', 'c'] });
});

test('saves of which one leaves a gap are staged not at all', async () => {
  const { disk } = await open(aFolder());
  await save(disk, { log: ['a'] });
  await expect(
    save(disk, { log: { from: 1, items: ['b'] }, term: 2 }, { log: { from: 3, items: ['d'] } }),
  ).rejects.toThrow('Cannot save the tail of log from position 3: 2 items are saved, so it may start at 0 to 2');
  expect(await save(disk, { log: { from: 1, items: ['x'] } })).toEqual(
    new Map([
      ['item/log/000000000001', '"x"'],
      ['length/log', '2'],
    ]),
  );
});

test('a folder that another has open is refused in one sentence', async () => {
  const folder = aFolder();
  await open(folder);
  await expect(Disk.open(folder)).rejects.toThrow(
    new CannotStart(`Cannot open the data folder ${folder}: another process has it open; stop that one first`),
  );
});

test('damaged files are refused in one sentence that says what to do', async () => {
  const folder = aFolder();
  await (await open(folder)).disk.close();
  writeFileSync(join(folder, 'CURRENT'), 'not the name of a manifest');
  await expect(Disk.open(folder)).rejects.toThrow(/^Cannot open the data folder .*damaged.*delete the folder/);
});

test('a list that lacks an item, and a value that is not JSON, are refused rather than restored', async () => {
  for (const [key, value] of [
    ['length/log', '5'],
    ['value/term', '{'],
  ] as const) {
    const folder = aFolder();
    const raw = new ClassicLevel(folder);
    await raw.put(key, value);
    await raw.close();
    await expect(open(folder)).rejects.toThrow(/^Cannot restore what was saved in .*delete the folder/);
  }
});
