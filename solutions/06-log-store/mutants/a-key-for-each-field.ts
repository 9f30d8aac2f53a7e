/** K36: a key for each field, one for each item and one for a list's length, as if a batch were there as a whole or not. */
import type { LogStore, Operation, Saved } from '@weekend/log-store';
import { isTail } from '@weekend/protocol';
import { sumOf } from '../around.ts';

export const logStore: LogStore = {
  async open(store) {
    const saved: Saved = {};
    const lengths = new Map<string, number>();
    await store.batch([], { sync: true });
    for await (const [key, value] of store.iterator()) {
      const [kind, field = '', position] = JSON.parse(key);
      const body = value.slice(8);
      if (!value.startsWith(sumOf(body))) continue;
      if (kind === 'value') saved[field] = JSON.parse(body);
      else if (kind === 'length') lengths.set(field, Number(body));
      else ((saved[field] ??= []) as unknown[])[position] = JSON.parse(body);
    }
    for (const [field, length] of lengths) saved[field] = ((saved[field] ?? []) as unknown[]).slice(0, length);

    let gathering: Operation[] | undefined;
    let durable: Promise<void> = Promise.resolve();
    let closed = false;

    function operationsOf(field: string, change: unknown): Operation[] {
      const [value, length] = [JSON.stringify(['value', field]), JSON.stringify(['length', field])];
      if (!isTail(change) && !Array.isArray(change)) {
        lengths.delete(field);
        return change === undefined ? [del(value), del(length)] : [del(length), put(value, JSON.stringify(change))];
      }
      const { from, items } = Array.isArray(change) ? { from: 0, items: change } : change;
      const end = from + items.length;
      const itemKey = (i: number) => JSON.stringify(['xitem', field, i]);
      const gone = Array.from({ length: Math.max(0, (lengths.get(field) ?? 0) - end) }, (_, i) =>
        del(itemKey(end + i)),
      );
      lengths.set(field, end);
      const puts = items.map((item, i) => put(itemKey(from + i), JSON.stringify(item)));
      return [del(value), ...puts, ...gone, put(length, String(end))];
    }

    return {
      saved,
      save(changes) {
        if (closed) return Promise.reject(new Error('Cannot save: the log is closed'));
        const operations = Object.entries(changes).flatMap(([field, change]) => operationsOf(field, change));
        if (gathering) {
          gathering.push(...operations);
          return durable;
        }
        gathering = operations;
        durable = durable.then(() => {
          gathering = undefined;
          return store.batch(operations, { sync: true });
        });
        return durable;
      },
      async close() {
        closed = true;
        await durable.catch(() => {});
      },
    };
  },
};

const put = (key: string, body: string): Operation => ({
  type: 'put',
  key: ascii(key),
  value: `${sumOf(body)}${body}`,
});
const del = (key: string): Operation => ({ type: 'del', key: ascii(key) });

const ascii = (key: string): string =>
  Array.from(key, (character) =>
    character > '~' ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character,
  ).join('');
