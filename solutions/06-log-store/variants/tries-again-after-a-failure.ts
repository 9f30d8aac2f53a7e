/** After a failure it goes on: the next group is written over the record that failed, without what builds on lost saves. */
import type { LogStore, Saved } from '@weekend/log-store';
import { type Changes, copy, isTail } from '@weekend/protocol';
import { keyOf, sumOf } from '../around.ts';
import { logStore as reference } from '../log-store.ts';

interface Call {
  changes: Changes<Saved>;
  settle(): void;
  fail(error: unknown): void;
}

export const logStore: LogStore = {
  async open(store) {
    const { saved } = await reference.open(store);
    let next = 0;
    for await (const _record of store.iterator()) next += 1;
    let lengths = lengthsAfter(new Map(), saved);

    let last: Promise<void> | undefined;
    let gathered: Call[] = [];
    let closed = false;

    async function writeAll(): Promise<void> {
      await undefined;
      while (gathered.length > 0) {
        const calls = gathered;
        gathered = [];
        await write(calls);
      }
      last = undefined;
    }

    async function write(calls: readonly Call[]): Promise<void> {
      let after = lengths;
      const sound = calls.filter(({ changes, fail }) => {
        const isSound = !leavesGap(after, changes);
        if (isSound) after = lengthsAfter(after, changes);
        else fail(new Error('Cannot save: an earlier save has failed, on which this one builds'));
        return isSound;
      });
      try {
        const body = `[${sound.map(({ changes }) => encode(changes)).join(',')}]`;
        await store.batch([{ type: 'put', key: keyOf(next), value: `${sumOf(body)}${body}` }], { sync: true });
        next += 1;
        lengths = after;
        for (const { settle } of sound) settle();
      } catch (error) {
        for (const { fail } of sound) fail(error);
      }
    }

    return {
      saved,
      save(changes) {
        if (closed) return Promise.reject(new Error('Cannot save: the log is closed'));
        return new Promise((settle, fail) => {
          gathered.push({ changes: copy(changes), settle, fail });
          last ??= writeAll();
        });
      },
      async close() {
        closed = true;
        await last;
      },
    };
  },
};

type Lengths = ReadonlyMap<string, number>;

const leavesGap = (lengths: Lengths, changes: Changes<Saved>): boolean =>
  Object.entries(changes).some(([field, change]) => isTail(change) && change.from > (lengths.get(field) ?? 0));

function lengthsAfter(before: Lengths, changes: Changes<Saved>): Lengths {
  const after = new Map(before);
  for (const [field, change] of Object.entries(changes)) {
    if (isTail(change)) after.set(field, change.from + change.items.length);
    else if (Array.isArray(change)) after.set(field, change.length);
    else after.delete(field);
  }
  return after;
}

function encode(changes: Changes<Saved>): string {
  const forgotten = Object.keys(changes).filter((field) => changes[field] === undefined);
  return [changes, ...forgotten].map((part) => JSON.stringify(part)).join(',');
}
