/** The whole of it, under one key, written over each time: a torn write takes the old value along. */
import type { LogStore, Saved } from '@weekend/log-store';
import { applyChanges, copy } from '@weekend/protocol';
import { isWhole, sumOf } from '../around.ts';

export const logStore: LogStore = {
  async open(store) {
    const value = (await store.get('all')) ?? '';
    const saved: Saved = isWhole(value) ? JSON.parse(value.slice(8)) : {};
    await store.batch([], { sync: true });

    const all = copy(saved);
    let gathering = false;
    let durable: Promise<void> = Promise.resolve();
    let closed = false;

    return {
      saved,
      save(changes) {
        if (closed) return Promise.reject(new Error('Cannot save: the log is closed'));
        applyChanges(all, changes);
        if (gathering) return durable;
        gathering = true;
        durable = durable.then(() => {
          gathering = false;
          const body = JSON.stringify(all);
          return store.batch([{ type: 'put', key: 'all', value: `${sumOf(body)}${body}` }], { sync: true });
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
