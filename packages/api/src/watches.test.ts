/** Who waits for a key is woken by what was applied to it, and by nothing else. */
import type { Entry, Read, State, Write } from '@weekend/raft';
import { expect, test } from 'vitest';
import { Watches } from './watches.ts';

const forever = new AbortController().signal;

const written = (...writes: Write[]): State => {
  const log: Entry[] = writes.map((write) => ({
    term: 1,
    command: { kind: 'write', id: { session: null, seq: 1 }, write },
  }));
  return { log, lastApplied: log.length } as Partial<State> as State;
};

const put = (key: string): Write => ({ kind: 'put', key, value: '', flags: 0 });
const get = (key: string): Read => ({ kind: 'get', key, mode: 'default' });
const list = (prefix: string): Read => ({ kind: 'list', prefix, mode: 'default' });

/** Whether who waits for this is woken by that. */
async function wakes(wanted: Read, write: Write): Promise<boolean> {
  const watches = new Watches();
  let woken = false;
  void watches.change(wanted, forever).then(() => {
    woken = true;
  });
  watches.onTurns(written(write));
  await Promise.resolve();
  return woken;
}

test.each<[Read, Write, boolean]>([
  [get('a'), put('a'), true],
  [get('a'), put('ab'), false],
  [get('a'), { kind: 'delete', key: 'a' }, true],
  [get('a/b'), { kind: 'delete-tree', prefix: 'a/' }, true],
  [get('a'), { kind: 'delete-tree', prefix: 'a/' }, false],
  [list('a/'), put('a/b'), true],
  [list('a/'), put('b'), false],
  [list('a/'), { kind: 'delete-tree', prefix: 'a/b' }, true],
  [list('a/b'), { kind: 'delete-tree', prefix: 'a/' }, true],
  [list('a/'), { kind: 'delete-tree', prefix: 'b' }, false],
  [list(''), { kind: 'delete-tree', prefix: 'b' }, true],
])('waiting for %j, and then %j: %s', async (wanted, write, expected) => {
  expect(await wakes(wanted, write)).toBe(expected);
});

test('what was applied before somebody waits does not wake him, what is applied later does', async () => {
  const watches = new Watches();
  watches.onTurns(written(put('a')));
  const order: string[] = [];
  const woken = watches.change(get('a'), forever).then(() => order.push('woken'));
  watches.onTurns(written(put('a')));
  await Promise.resolve();
  order.push('another turn');
  watches.onTurns(written(put('a'), put('a')));
  await woken;
  expect(order).toEqual(['another turn', 'woken']);
});

test('who gives up is let go', async () => {
  const over = new AbortController();
  const waiting = new Watches().change(get('a'), over.signal);
  over.abort();
  await waiting;
});
