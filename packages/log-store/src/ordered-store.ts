/**
 * Keys and values in the order of the keys, with LevelDB's methods. LevelDB promises a little more, most other stores do
 * not: a log store that holds on this one holds on all of them.
 */

export interface OrderedStore {
  /** The value of a key; `undefined` if the key is not there. */
  get(key: string): Promise<string | undefined>;

  /**
   * Does the operations, one after another. When it settles they are seen by every reader; with `sync` they are durable,
   * too, and so is everything that was done before. A batch without operations can sync.
   *
   * Two batches that are under way at once are done in any order.
   *
   * When the power fails, everything durable stays. Of what came later, the first so many operations are there and no
   * others, and the last of them may be torn: a value that was cut off, or that ends in zeros (`\0`).
   *
   * A batch that fails, for instance because the disk is full, has done its first so many operations and no others, and
   * the last of them may be torn.
   *
   * When the process dies and the power stays, all that was done stays, durable or not.
   */
  batch(operations: readonly Operation[], options?: WriteOptions): Promise<void>;

  /** All keys in the range and their values, in the order of the keys. Write nothing until it is at its end. */
  iterator(range?: Range): AsyncIterable<[key: string, value: string]>;
}

/** A key is text of ASCII characters, one at least. A value is any text. */
export type Operation = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

export interface WriteOptions {
  sync?: boolean;
}

/** `lt`: the keys less than this. `gte`: this key and those greater. */
export interface Range {
  gte?: string;
  lt?: string;
  /** From the last key to the first. */
  reverse?: boolean;
}
