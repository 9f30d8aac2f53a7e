/** LevelDB as an ordered store: what a log store writes in a node's data folder. */
import type { Operation, OrderedStore, Range, WriteOptions } from '@weekend/log-store';
import { ClassicLevel } from 'classic-level';
import { CannotStart } from './cannot-start.ts';
import type { Counters } from './counters.ts';

/** LevelDB does not sync for nothing, so this is taken out, which nobody has put in. */
const nothing: Operation = { type: 'del', key: '\x7fnothing' };

export class LevelStore implements OrderedStore {
  readonly #db: ClassicLevel;
  readonly #counters: Pick<Counters, 'syncs'>;

  private constructor(db: ClassicLevel, counters: Pick<Counters, 'syncs'>) {
    this.#db = db;
    this.#counters = counters;
  }

  /** Opens the database in `folder`, makes it if there is none. One process at a time can have it. */
  static async open(folder: string, counters: Pick<Counters, 'syncs'>): Promise<LevelStore> {
    const db = new ClassicLevel(folder, { writeBufferSize: 16 * 1024 * 1024 });
    try {
      await db.open();
    } catch (error) {
      throw new CannotStart(`Cannot open the data folder ${folder}: ${whyClosed(error)}`);
    }
    return new LevelStore(db, counters);
  }

  get(key: string): Promise<string | undefined> {
    return this.#db.get(key);
  }

  async batch(operations: readonly Operation[], { sync = false }: WriteOptions = {}): Promise<void> {
    const wanted = operations.length === 0 && sync ? [nothing] : operations;
    await this.#db.batch(wanted as Operation[], { sync });
    if (sync) this.#counters.syncs++;
  }

  iterator(range: Range = {}): AsyncIterable<[key: string, value: string]> {
    return this.#db.iterator(range);
  }

  /** What has not been written by now fails. */
  close(): Promise<void> {
    return this.#db.close();
  }
}

function whyClosed(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  switch (cause?.code) {
    case 'LEVEL_LOCKED':
      return 'another process has it open; stop that one first';
    case 'LEVEL_CORRUPTION':
      return `its files are damaged (${cause.message}); delete the folder to start this node as a new one`;
    default:
      return cause?.message ?? (error instanceof Error ? error.message : String(error));
  }
}
