/** When it is opened, it writes all it has found as one record of a new age, and deletes the records of the age before. */
import type { LogStore, Operation } from '@weekend/log-store';
import { isWhole, withMethods } from '../around.ts';
import { logStore as reference } from '../log-store.ts';

export const logStore: LogStore = {
  async open(store) {
    const ages = new Map<number, [string, string][]>();
    for await (const [key, value] of store.iterator()) {
      const age = Number(key.slice(0, 6));
      ages.set(age, [...(ages.get(age) ?? []), [key.slice(6), value]]);
    }
    // An age counts from when its first record is whole.
    const whole = [...ages].filter(([, records]) => Number(records[0]?.[0]) === 0 && isWhole(records[0]?.[1] ?? ''));
    const age = Math.max(0, ...whole.map(([each]) => each));
    const others = [...ages].filter(([each]) => each !== age).flatMap(([each, records]) => keys(each, records));
    if (age === 0 && whole.length === 0 && [...ages.values()].some((records) => records.length > 1))
      throw new Error('Cannot open the log: no age of it begins with a whole record');

    const { saved } = await reference.open(inAge(age, ages.get(age) ?? []));
    const next = Math.max(age, ...ages.keys()) + 1;
    const log = await reference.open(inAge(next, []));
    if (Object.keys(saved).length > 0) {
      await log.save(saved);
      const old: Operation[] = [...others, ...keys(age, ages.get(age) ?? [])];
      await store.batch(old, { sync: true });
    }
    return { saved, save: (changes) => log.save(changes), close: () => log.close() };

    function inAge(which: number, records: readonly [string, string][]) {
      return withMethods(store, {
        batch: (operations, options) =>
          store.batch(
            operations.map((each) => ({ ...each, key: `${String(which).padStart(6, '0')}${each.key}` })),
            options,
          ),
        async *iterator() {
          yield* records;
        },
      });
    }
  },
};

const keys = (age: number, records: readonly [string, string][]): Operation[] =>
  records.map(([key]) => ({ type: 'del', key: `${String(age).padStart(6, '0')}${key}` }));
