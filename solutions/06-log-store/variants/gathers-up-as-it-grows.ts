/**
 * When the journal has grown to some times what it comes to, all of that is written as one record more; once that is durable,
 * the records before it go, and nobody waits for that.
 */
import { checksum, type LogStore, type Operation, type OrderedStore, type Saved } from '@weekend/log-store';
import { applyChanges, type Changes, copy } from '@weekend/protocol';

type Save = [changes: Changes<Saved>, forgotten: string[]];

type Entry = { kind: 'all'; saved: Saved } | { kind: 'group'; saves: Save[] };

/** How large the journal may grow, in characters, whatever it comes to. */
const small = 2_000;

export const logStore: LogStore = {
  async open(store) {
    const { saved, first, next, torn } = await restore(store);
    await store.batch(torn === undefined ? [] : [{ type: 'del', key: torn }], { sync: true });

    const journal = new Journal(store, copy(saved), first, next);
    const waiting: { save: Save; tell: { done(): void; failed(error: unknown): void } }[] = [];
    let working: Promise<void> | undefined;
    let failure: { error: unknown } | undefined;
    let closed = false;

    async function work(): Promise<void> {
      while (waiting.length > 0) {
        const group = waiting.splice(0);
        try {
          if (failure) throw failure.error;
          await journal.append(group.map(({ save }) => save));
          for (const { tell } of group) tell.done();
          await journal.gatherUp();
        } catch (error) {
          failure ??= { error };
          for (const { tell } of group) tell.failed(error);
        }
      }
      working = undefined;
    }

    return {
      saved,
      save: (changes) =>
        new Promise<void>((done, failed) => {
          if (closed) throw new Error('Cannot save: the log is closed');
          waiting.push({ save: savedIn(changes), tell: { done, failed } });
          working ??= Promise.resolve().then(work);
        }),
      async close() {
        closed = true;
        await working;
      },
    };
  },
};

class Journal {
  readonly #store: OrderedStore;
  /** What all its records come to. */
  readonly #saved: Saved;
  #first: number;
  #next: number;
  #grown = 0;
  #size: number;

  constructor(store: OrderedStore, saved: Saved, first: number, next: number) {
    this.#store = store;
    this.#saved = saved;
    this.#first = first;
    this.#next = next;
    this.#size = JSON.stringify(saved).length;
  }

  async append(saves: Save[]): Promise<void> {
    this.#grown += await this.#write({ kind: 'group', saves });
    for (const save of copy(saves)) replay(this.#saved, save);
  }

  async gatherUp(): Promise<void> {
    if (this.#grown < small + 2 * this.#size) return;
    const old = this.#next;
    this.#size = await this.#write({ kind: 'all', saved: this.#saved });
    this.#grown = 0;
    const operations: Operation[] = [];
    for (; this.#first < old; this.#first += 1) operations.push({ type: 'del', key: keyOf(this.#first) });
    await this.#store.batch(operations);
  }

  async #write(entry: Entry): Promise<number> {
    const key = keyOf(this.#next);
    const value = sealed(key, JSON.stringify(entry));
    await this.#store.batch([{ type: 'put', key, value }], { sync: true });
    this.#next += 1;
    return value.length;
  }
}

interface Restored {
  saved: Saved;
  first: number;
  next: number;
  torn: string | undefined;
}

interface Found {
  number: number;
  /** Nothing if it is not as it was written. */
  entry: Entry | undefined;
}

async function restore(store: OrderedStore): Promise<Restored> {
  const found: Found[] = [];
  for await (const [key, value] of store.iterator()) found.push({ number: Number(key), entry: unsealed(key, value) });
  const first = found[0]?.number ?? 0;
  const torn = found.at(-1)?.entry ? undefined : found.pop();
  const saved: Saved = {};
  let next = 0;
  for (const { number, entry } of sinceGathered(found)) {
    // A record of all stands for those before it.
    if (entry?.kind === 'all') next = number;
    if (number !== next || !entry) throw new Error(`Cannot open the log: record ${next} is damaged or missing`);
    replayEntry(saved, entry);
    next += 1;
  }
  if (torn && torn.number !== next) throw new Error(`Cannot open the log: record ${next} is missing`);
  return { saved, first, next, torn: torn && keyOf(torn.number) };
}

/** What is before that is there only because nobody has taken it away yet. */
function sinceGathered(found: readonly Found[]): readonly Found[] {
  const start = found.findLastIndex(({ entry }) => entry?.kind === 'all');
  return found.slice(Math.max(0, start));
}

function replayEntry(saved: Saved, entry: Entry): void {
  if (entry.kind === 'all') Object.assign(saved, entry.saved);
  else for (const save of entry.saves) replay(saved, save);
}

/** As it was when it was called. */
function savedIn(changes: Changes<Saved>): Save {
  const forgotten = Object.keys(changes).filter((field) => changes[field] === undefined);
  return [JSON.parse(JSON.stringify(changes)), forgotten];
}

function replay(saved: Saved, [changes, forgotten]: Save): void {
  applyChanges(saved, changes);
  for (const field of forgotten) delete saved[field];
}

const keyOf = (number: number): string => String(number).padStart(14, '0');

const sealed = (key: string, text: string): string => `${text}#${checksum(key + text)}`;

function unsealed(key: string, value: string): Entry | undefined {
  const text = value.slice(0, value.lastIndexOf('#'));
  return sealed(key, text) === value ? JSON.parse(text) : undefined;
}
