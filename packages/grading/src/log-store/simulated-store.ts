/**
 * An ordered store whose disk can fail. It writes down everything that is done to it, so that one run tells what a crash
 * at any of its moments would have left behind.
 */
import type { Operation, OrderedStore, Range, Saved, WriteOptions } from '@weekend/log-store';
import type { Changes } from '@weekend/protocol';

export type Contents = ReadonlyMap<string, string>;

/** What happened, in order. An operation is `torn` if only a beginning of its value was done. */
export type Moment =
  | { kind: 'operation'; operation: Operation; batch: number }
  /** Everything before it is durable. */
  | { kind: 'synced'; batch: number }
  | { kind: 'failed'; batch: number }
  /** What the student's log was asked, and what came of it. */
  | { kind: 'opened' }
  | { kind: 'called'; save: number; changes: Changes<Saved> }
  | { kind: 'done' | 'rejected'; save: number };

/** A batch that waits for the disk. */
interface Waiting {
  batch: number;
  operations: readonly Operation[];
  sync: boolean;
  done: boolean;
  resolve(): void;
  reject(error: Error): void;
}

/** What the power left of a store: `unsynced` operations are done, and a crash may still take them. */
export interface Remains {
  durable: Contents;
  unsynced?: readonly Operation[];
}

export class SimulatedStore implements OrderedStore {
  /** What was durable at the beginning. */
  readonly durable: Contents;
  readonly tape: Moment[] = [];
  /** How many characters may still be written before the disk is full. */
  room = Number.POSITIVE_INFINITY;
  /** Whether every batch fails, an empty one, too. */
  broken = false;
  /** Whether a batch is done as soon as it is asked for, without anybody's step. */
  readonly #atOnce: boolean;
  readonly #contents: Map<string, string>;
  readonly #waiting: Waiting[] = [];
  #batches = 0;
  /** What was asked of it, in characters and keys. */
  readonly asked = { written: 0, read: 0, syncs: 0 };

  constructor({ durable, unsynced = [] }: Remains, { atOnce }: { atOnce: boolean }) {
    this.durable = durable;
    this.#contents = new Map(durable);
    this.#atOnce = atOnce;
    for (const operation of unsynced) this.#do(operation, 0);
  }

  /** Everything that is there, durable or not. */
  get contents(): Contents {
    return this.#contents;
  }

  /** How many steps of the disk can be taken now. */
  get steps(): number {
    return this.#waiting.length;
  }

  /** One step of one batch that is under way: first its operations are done, then it is synced and settles. */
  step(which: number): void {
    const waiting = this.#waiting[which] as Waiting;
    if (!waiting.done && !this.#perform(waiting)) {
      this.#waiting.splice(which, 1);
      return;
    }
    if (!waiting.done && waiting.sync) {
      waiting.done = true;
      return;
    }
    this.#waiting.splice(which, 1);
    if (waiting.sync) this.tape.push({ kind: 'synced', batch: waiting.batch });
    waiting.resolve();
  }

  async get(key: string): Promise<string | undefined> {
    this.asked.read += 1;
    return this.#contents.get(checked(key));
  }

  async batch(operations: readonly Operation[], { sync = false }: WriteOptions = {}): Promise<void> {
    for (const operation of operations) checkOperation(operation);
    this.#batches += 1;
    this.asked.written += operations.reduce((sum, operation) => sum + sizeOf(operation), 0);
    if (sync) this.asked.syncs += 1;
    const settled = new Promise<void>((resolve, reject) => {
      const copied = operations.map((operation) => ({ ...operation }));
      this.#waiting.push({ batch: this.#batches, operations: copied, sync, done: false, resolve, reject });
    });
    while (this.#atOnce && this.#waiting.length > 0) this.step(0);
    return settled;
  }

  async *iterator({ gte = '', lt, reverse = false }: Range = {}): AsyncGenerator<[key: string, value: string]> {
    const keys = [...this.#contents.keys()].filter((key) => key >= gte && (lt === undefined || key < lt)).sort(byCode);
    for (const key of reverse ? keys.reverse() : keys) {
      this.asked.read += 1;
      yield [key, this.#contents.get(key) ?? ''];
    }
  }

  /** False if it did not fit. */
  #perform({ operations, batch, reject }: Waiting): boolean {
    if (this.broken) {
      this.tape.push({ kind: 'failed', batch });
      reject(Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' }));
      return false;
    }
    for (const operation of operations) {
      const size = sizeOf(operation);
      if (size > this.room) {
        const beginning = begun(operation, this.room);
        if (beginning) this.#do(beginning, batch);
        this.room = 0;
        this.tape.push({ kind: 'failed', batch });
        reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));
        return false;
      }
      this.room -= size;
      this.#do(operation, batch);
    }
    return true;
  }

  #do(operation: Operation, batch: number): void {
    this.tape.push({ kind: 'operation', operation, batch });
    apply(this.#contents, operation);
  }
}

export function apply(contents: Map<string, string>, operation: Operation): void {
  if (operation.type === 'put') contents.set(operation.key, operation.value);
  else contents.delete(operation.key);
}

const sizeOf = (operation: Operation): number =>
  operation.key.length + (operation.type === 'put' ? operation.value.length : 0);

/** What of an operation was done when there was only so much room. */
function begun(operation: Operation, room: number): Operation | undefined {
  const left = room - operation.key.length;
  if (left < 0 || operation.type === 'del') return undefined;
  return { ...operation, value: operation.value.slice(0, left) };
}

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

/** A value that is no text would come back as something else from a real store. */
function checkOperation(operation: Operation): void {
  const { type, key } = operation;
  if (type !== 'put' && type !== 'del')
    throw new TypeError(
      `Cannot write a batch: an operation of type ${String(type)} is there, and wanted is put or del`,
    );
  checked(key);
  if (type === 'put' && typeof operation.value !== 'string')
    throw new TypeError(`Cannot put ${key}: its value is a ${typeof operation.value}, and wanted is a text`);
}

function checked(key: string): string {
  if (typeof key === 'string' && /^[\0-\x7f]+$/.test(key)) return key;
  throw new TypeError(`Cannot use the key ${JSON.stringify(key)}: wanted is a text of ASCII characters, one at least`);
}
