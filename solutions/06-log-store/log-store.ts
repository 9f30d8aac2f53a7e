/**
 * 06 · Log store.
 *
 * `open` is async, and so is all that it works with: stage 01's tools come back here.
 *
 * This one is a journal. Record after record, each with the saves of one group and their checksum, and none is ever written
 * over. What is saved is what the records, applied in their order, come to.
 */
import { checksum, type LogStore, type Operation, type OrderedStore, type Saved } from '@weekend/log-store';
import { applyChanges, type Changes } from '@weekend/protocol';

export const logStore: LogStore = {
  /**
   * Finds again what was saved in this store, whatever a crash has left there, and answers an open log. Its `save` is called
   * again and again, often before the save before has settled, and settles when its own is durable. Its `close` settles when
   * every save has settled.
   */
  async open(store) {
    // stub: how what was saved is found again, how changes get into the store, and when they are durable
    const { saved, records, torn } = await restore(store);
    // Also where nothing was torn: a process that was killed leaves records that were written and never synced.
    await store.batch(torn === undefined ? [] : [{ type: 'del', key: torn }], { sync: true });

    let next = records;
    let closed = false;
    /** The group that waits for the one before it to be durable. It takes all saves that come meanwhile. */
    let gathering: string[] | undefined;
    /** Settles when the last group is durable. Once one has failed, those after it fail likewise. */
    let durable: Promise<void> = Promise.resolve();

    function write(group: readonly string[]): Promise<void> {
      gathering = undefined;
      return store.batch([recordOf(next++, group)], { sync: true });
    }

    return {
      saved,

      save(changes) {
        if (closed) return Promise.reject(new Error('Cannot save: the log is closed'));
        const text = encode(changes);
        if (gathering) {
          gathering.push(text);
          return durable;
        }
        const group = [text];
        gathering = group;
        durable = durable.then(() => write(group));
        return durable;
      },

      async close() {
        closed = true;
        // Whoever saved has been told.
        await durable.catch(() => {});
      },
    };
  },
};

/** What the records come to, how many there are, and the key of the last if a crash has torn it. */
async function restore(store: OrderedStore): Promise<{ saved: Saved; records: number; torn: string | undefined }> {
  const saved: Saved = {};
  let records = 0;
  let torn: string | undefined;
  for await (const [key, value] of store.iterator()) {
    // A crash tears the last record, and no other.
    if (torn !== undefined) throw new Error(`Cannot open the log: record ${torn} is damaged, and records follow it`);
    if (key !== keyOf(records))
      throw new Error(`Cannot open the log: record ${key} is there, and wanted next was ${keyOf(records)}`);
    const body = bodyOf(value);
    if (body === undefined) torn = key;
    else {
      for (const save of JSON.parse(body)) replay(saved, save);
      records += 1;
    }
  }
  return { saved, records, torn };
}

/** A text is the name of a field to forget. */
function replay(saved: Saved, save: Changes<Saved> | string): void {
  if (typeof save === 'string') delete saved[save];
  else applyChanges(saved, save);
}

/** JSON has no `undefined`: what is to be forgotten is named after the changes. */
function encode(changes: Changes<Saved>): string {
  const forgotten = Object.keys(changes).filter((field) => changes[field] === undefined);
  return [changes, ...forgotten].map((part) => JSON.stringify(part)).join(',');
}

function recordOf(position: number, group: readonly string[]): Operation {
  const body = `[${group.join(',')}]`;
  return { type: 'put', key: keyOf(position), value: `${sumOf(body)}${body}` };
}

/** What a record holds; nothing if it is not as it was written. */
function bodyOf(record: string): string | undefined {
  const body = record.slice(sumDigits);
  return record.slice(0, sumDigits) === sumOf(body) ? body : undefined;
}

const sumDigits = 8;
const sumOf = (body: string) => checksum(body).toString(16).padStart(sumDigits, '0');

/** Padded, so that the keys have the order of the records. */
const keyOf = (position: number) => String(position).padStart(15, '0');
