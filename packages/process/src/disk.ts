/**
 * What a node has saved, in a LevelDB: one key for a field, and for a list one key per item and one for its length, so
 * that a tail writes only what is new. One `write` is all or nothing, and returns when it is on the disk.
 */
import { ClassicLevel } from 'classic-level';
import { CannotStart } from './cannot-start.ts';
import { decode } from './codec.ts';
import type { EncodedSave } from './encoding-turn.ts';

/** For each key its new value, or nothing if it is to go. */
export type Writes = Map<string, string | undefined>;

const valuePrefix = 'value/';
const lengthPrefix = 'length/';
const itemPrefix = 'item/';
const positionDigits = 12;
const valueKey = (field: string) => `${valuePrefix}${field}`;
const lengthKey = (field: string) => `${lengthPrefix}${field}`;
/** Padded, so that the keys have the order of the list; the field without a slash, so that no other's lie between. */
const itemKey = (field: string, position: number) =>
  `${itemPrefix}${encodeURIComponent(field)}/${String(position).padStart(positionDigits, '0')}`;

export class Disk {
  readonly #db: ClassicLevel;
  readonly #folder: string;
  /** How long each saved list is, all staged changes included. */
  #lengths = new Map<string, number>();

  private constructor(db: ClassicLevel, folder: string) {
    this.#db = db;
    this.#folder = folder;
  }

  /** Opens the database in `folder`, makes it if there is none. One process at a time can have it. */
  static async open(folder: string): Promise<Disk> {
    const db = new ClassicLevel(folder, { writeBufferSize: 16 * 1024 * 1024 });
    try {
      await db.open();
    } catch (error) {
      throw new CannotStart(`Cannot open the data folder ${folder}: ${whyClosed(error)}`);
    }
    return new Disk(db, folder);
  }

  /** Everything that was saved. Call it once, before anything is staged. */
  async restore(): Promise<Record<string, unknown>> {
    const saved: Record<string, unknown> = {};
    try {
      for await (const [key, text] of this.#db.iterator({ gte: lengthPrefix, lt: `${lengthPrefix}\uffff` }))
        this.#lengths.set(key.slice(lengthPrefix.length), Number(text));
      for (const [field, length] of this.#lengths) saved[field] = await this.#restoreList(field, length);
      for await (const [key, text] of this.#db.iterator({ gte: valuePrefix, lt: `${valuePrefix}\uffff` }))
        saved[key.slice(valuePrefix.length)] = decode(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CannotStart(
        `Cannot restore what was saved in ${this.#folder}: ${reason}; delete the folder to start this node as a new one`,
      );
    }
    return saved;
  }

  async #restoreList(field: string, length: number): Promise<unknown[]> {
    const texts = await this.#db.values({ gte: itemKey(field, 0), lt: itemKey(field, length) }).all();
    if (texts.length !== length)
      throw new Error(`the list ${field} should have ${length} items and ${texts.length} are there`);
    return texts.map(decode);
  }

  /**
   * Adds the saves of one turn to `writes`: all of them, or it throws and adds none. What is staged must be written, in
   * the order in which it was staged.
   */
  stage(saves: readonly EncodedSave[], writes: Writes): void {
    if (saves.length === 0) return;
    const lengths = new Map(this.#lengths);
    for (const save of saves) updateLength(lengths, save);
    for (const save of saves) {
      this.#stageSave(save, writes);
      updateLength(this.#lengths, save);
    }
  }

  #stageSave(save: EncodedSave, writes: Writes): void {
    const { field } = save;
    const before = this.#lengths.get(field);
    switch (save.kind) {
      case 'tail': {
        const end = save.from + save.items.length;
        save.items.forEach((item, i) => {
          writes.set(itemKey(field, save.from + i), item);
        });
        for (let position = end; position < (before ?? 0); position++) writes.set(itemKey(field, position), undefined);
        if (before !== end) writes.set(lengthKey(field), String(end));
        if (before === undefined) writes.set(valueKey(field), undefined);
        return;
      }
      case 'value':
      case 'absent':
        writes.set(valueKey(field), save.kind === 'value' ? save.text : undefined);
        if (before === undefined) return;
        for (let position = 0; position < before; position++) writes.set(itemKey(field, position), undefined);
        writes.set(lengthKey(field), undefined);
        return;
      default:
        save satisfies never;
    }
  }

  /** Returns when all of it is on the disk. */
  async write(writes: Writes): Promise<void> {
    const operations = Array.from(writes, ([key, value]) =>
      value === undefined ? { type: 'del' as const, key } : { type: 'put' as const, key, value },
    );
    await this.#db.batch(operations, { sync: true });
  }

  async close(): Promise<void> {
    await this.#db.close();
  }
}

/** Throws if the tail leaves a gap, in the same words as every other runtime. */
function updateLength(lengths: Map<string, number>, save: EncodedSave): void {
  if (save.kind !== 'tail') {
    lengths.delete(save.field);
    return;
  }
  const { field, from, items } = save;
  const length = lengths.get(field) ?? 0;
  if (!Number.isInteger(from) || from < 0 || from > length)
    throw new RangeError(
      `Cannot save the tail of ${field} from position ${from}: ${length} items are saved, so it may start at 0 to ${length}`,
    );
  lengths.set(field, from + items.length);
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
