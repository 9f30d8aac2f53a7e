/** For mutants and variants: the reference, with something put around its store or around its log. */
import { checksum, type LogStore, type OpenedLog, type OrderedStore, type Saved } from '@weekend/log-store';
import { type Changes, copy } from '@weekend/protocol';
import { logStore as reference } from './log-store.ts';

/** The reference on another store: the given one, with some of its methods replaced. */
export const onStore = (replaced: (store: OrderedStore) => Partial<OrderedStore>): LogStore => ({
  open: (store) => reference.open(withMethods(store, replaced(store))),
});

/** The reference, with some methods of its log replaced. */
export const withLog = (replaced: (log: OpenedLog, store: OrderedStore) => Partial<OpenedLog>): LogStore => ({
  async open(store) {
    const log = await reference.open(store);
    return {
      saved: log.saved,
      save: (changes) => log.save(changes),
      close: () => log.close(),
      ...replaced(log, store),
    };
  },
});

/** The reference, where one save is made of several, each durable before the next. They begin in the order of their calls. */
export const inSteps = (stepsOf: (changes: Changes<Saved>, lists: Lists) => Changes<Saved>[]): LogStore =>
  withLog((log) => {
    const lists: Lists = new Map();
    for (const [field, value] of Object.entries(log.saved)) if (Array.isArray(value)) lists.set(field, [...value]);
    let last = Promise.resolve();
    return {
      save(changes) {
        const steps = copy(stepsOf(copy(changes), lists));
        for (const step of steps) last = last.then(() => log.save(step));
        return last;
      },
      close: () => last.catch(() => {}).then(() => log.close()),
    };
  });

/** Each list as it is after all saves that were called. */
export type Lists = Map<string, unknown[]>;

export const withMethods = (store: OrderedStore, replaced: Partial<OrderedStore>): OrderedStore => ({
  get: (key) => store.get(key),
  batch: (operations, options) => store.batch(operations, options),
  iterator: (range) => store.iterator(range),
  ...replaced,
});

const sumDigits = 8;

/** What the reference writes before a body. */
export const sumOf = (body: string): string => checksum(body).toString(16).padStart(sumDigits, '0');

export const bodyOf = (record: string): string => record.slice(sumDigits);

/** Whether the reference would believe it. */
export const isWhole = (record: string): boolean => record.slice(0, sumDigits) === sumOf(bodyOf(record));

/** The key that the reference gives to a record. */
export const keyOf = (position: number): string => String(position).padStart(15, '0');

/** Another form for the values of the reference's records. `read` gives the body, or nothing for a torn record. */
export const recorded = (write: (body: string) => string, read: (value: string) => string | undefined): LogStore =>
  onStore((store) => ({
    batch: (operations, options) =>
      store.batch(
        operations.map((each) => (each.type === 'put' ? { ...each, value: write(bodyOf(each.value)) } : each)),
        options,
      ),
    async *iterator(range) {
      for await (const [key, value] of store.iterator(range)) {
        const body = read(value);
        yield [key, body === undefined ? 'torn' : `${sumOf(body)}${body}`];
      }
    },
  }));
