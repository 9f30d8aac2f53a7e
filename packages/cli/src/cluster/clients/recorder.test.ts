/** What becomes of what clients saw: a history, and a verdict that passes only what was shown. */
import { type Client, NotDone, OutcomeUnknown } from '@weekend/client';
import { expect, test } from 'vitest';
import { judge, Recorder } from './recorder.ts';

/** A store in one place. `lose`: acknowledges a write and forgets it. */
function store(): Client & { lose: boolean; fail: Error | undefined } {
  const pairs = new Map<string, string>();
  const pairOf = (key: string) => ({
    key,
    value: Buffer.from(pairs.get(key) ?? ''),
    flags: 0,
    createIndex: 1,
    modifyIndex: 1,
  });
  return {
    lose: false,
    fail: undefined,
    async put(key, value) {
      if (this.fail) throw this.fail;
      if (!this.lose) pairs.set(key, String(value));
      return 1;
    },
    get: async (key) => (pairs.has(key) ? pairOf(key) : undefined),
    list: async (prefix) => [...pairs.keys()].filter((key) => key.startsWith(prefix)).map(pairOf),
    cas: async () => true,
    delete: async () => true,
    deleteTree: async () => {},
    close() {},
  };
}

test('what was written and is there is linearizable', async () => {
  const recorder = new Recorder();
  const client = store();
  await recorder.put('c1', client, 'own/1', 'one');
  await recorder.get('c2', client, 'own/1');
  await recorder.getAll('last look', client, 'own/');
  expect(judge(recorder.history)).toEqual({ kind: 'linearizable', operations: 3 });
});

test('an acknowledged write that is not there at the end is found, though nobody read it before', async () => {
  const recorder = new Recorder();
  const client = store();
  client.lose = true;
  expect(await recorder.put('c1', client, 'own/1', 'one')).toBe(true);
  await recorder.getAll('last look', client, 'own/');
  expect(judge(recorder.history)).toMatchObject({ kind: 'not shown', words: expect.stringContaining('own/1') });
});

test('a write that was said not to be done must not be there', async () => {
  const recorder = new Recorder();
  const client = store();
  await client.put('own/1', 'one');
  client.fail = new NotDone('nothing was done');
  await recorder.put('c1', client, 'own/1', 'one');
  await recorder.getAll('last look', client, 'own/');
  expect(judge(recorder.history).kind).toBe('not shown');
});

test('a write of which nobody knows may be there, or not', async () => {
  for (const isThere of [true, false]) {
    const recorder = new Recorder();
    const client = store();
    if (isThere) await client.put('own/1', 'one');
    client.fail = new OutcomeUnknown('who knows');
    expect(await recorder.put('c1', client, 'own/1', 'one')).toBe(false);
    await recorder.getAll('last look', client, 'own/');
    expect(judge(recorder.history).kind).toBe('linearizable');
    expect(recorder.counts).toMatchObject({ acknowledged: 0, refused: 0, unknown: 1 });
  }
});

test('a client that breaks is no outcome', async () => {
  const client = store();
  client.fail = new TypeError('broken');
  await expect(new Recorder().put('c1', client, 'own/1', 'one')).rejects.toThrow('broken');
});
