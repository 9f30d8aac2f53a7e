/**
 * One key for each field and each item, and one for the list of fields: as one would lay it out at first. No crash harms it,
 * since a commit record tells beforehand everything that a save will change, and it is done again when the log is opened.
 */
import type { LogStore, Operation, OrderedStore, Saved } from '@weekend/log-store';
import { isTail } from '@weekend/protocol';
import { sumOf } from '../around.ts';

const commitKey = '~commit';
const fieldsKey = '~fields';

/** Each saved field: the length of a list, and null for any other value. */
type Fields = Record<string, number | null>;

/** What a group changes, by key. */
type Group = Map<string, unknown>;

export const logStore: LogStore = {
  async open(store) {
    await redo(store);
    const fields = ((await read(store, fieldsKey)) ?? {}) as Fields;
    const saved = await readAll(store, fields);

    let gathering: Group | undefined;
    let durable: Promise<void> = Promise.resolve();
    let closed = false;

    async function write(group: Group): Promise<void> {
      gathering = undefined;
      const operations = Array.from(group, ([key, value]): Operation => {
        return value === undefined ? { type: 'del', key } : put(key, value);
      });
      await store.batch([put(commitKey, operations)], { sync: true });
      await store.batch(operations, { sync: true });
    }

    return {
      saved,
      save(changes) {
        if (closed) return Promise.reject(new Error('Cannot save: the log is closed'));
        const group: Group = gathering ?? new Map();
        for (const [field, change] of Object.entries(changes)) stage(group, fields, field, change);
        group.set(fieldsKey, { ...fields });
        if (gathering) return durable;
        gathering = group;
        durable = durable.then(() => write(group));
        return durable;
      },
      async close() {
        closed = true;
        await durable.catch(() => {});
      },
    };
  },
};

/** Does again what the last save was about to do. A torn commit record means that it had not begun. */
async function redo(store: OrderedStore): Promise<void> {
  const commit = (await store.get(commitKey)) ?? '';
  const isWhole = commit !== '' && commit.startsWith(sumOf(commitKey + commit.slice(8)));
  const operations: Operation[] = isWhole ? JSON.parse(commit.slice(8)) : [];
  const next: Operation[] = isWhole ? operations : [put(commitKey, [])];
  if (!isWhole && (await store.get(fieldsKey)) === undefined)
    for await (const [key] of store.iterator({ lt: commitKey }))
      throw new Error(`Cannot open the log: ${key} is there, and no list of fields`);
  await store.batch(next, { sync: true });
}

async function read(store: OrderedStore, key: string): Promise<unknown> {
  const value = await store.get(key);
  if (value === undefined) return undefined;
  if (!value.startsWith(sumOf(key + value.slice(8))))
    throw new Error(`Cannot open the log: the value of ${key} is damaged`);
  return JSON.parse(value.slice(8));
}

async function readAll(store: OrderedStore, fields: Fields): Promise<Saved> {
  const saved: Saved = {};
  const wanted = async (key: string) => {
    const value = await read(store, key);
    if (value === undefined) throw new Error(`Cannot open the log: the value of ${key} is missing`);
    return value;
  };
  for (const [field, length] of Object.entries(fields)) {
    if (length === null) saved[field] = await wanted(valueKey(field));
    else {
      const list: unknown[] = [];
      while (list.length < length) list.push(await wanted(itemKey(field, list.length)));
      saved[field] = list;
    }
  }
  return saved;
}

function stage(group: Group, fields: Fields, field: string, change: unknown): void {
  const before = fields[field] ?? 0;
  const isList = isTail(change) || Array.isArray(change);
  const { from, items } = isTail(change) ? change : { from: 0, items: Array.isArray(change) ? change : [] };
  const end = from + items.length;
  for (const [i, item] of items.entries()) group.set(itemKey(field, from + i), copyOf(item));
  for (let position = end; position < before; position += 1) group.set(itemKey(field, position), undefined);
  group.set(valueKey(field), isList ? undefined : copyOf(change));
  if (isList) fields[field] = end;
  else if (change === undefined) delete fields[field];
  else fields[field] = null;
}

const copyOf = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

function put(key: string, value: unknown): Operation {
  const body = JSON.stringify(value);
  return { type: 'put', key, value: `${sumOf(key + body)}${body}` };
}

const valueKey = (field: string): string => `value/${encodeURI(JSON.stringify(field))}`;

const itemKey = (field: string, position: number): string =>
  `item/${encodeURI(JSON.stringify(field))}/${String(position).padStart(12, '0')}`;
