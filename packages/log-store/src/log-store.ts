/** What a student writes in stage 06: `World.save` as it really is, which takes a while, and lasts. */
import type { Changes } from '@weekend/protocol';
import type { OrderedStore } from './ordered-store.ts';

/** All that a node has saved, by field. */
export type Saved = Record<string, unknown>;

export interface LogStore {
  /**
   * Finds again what was saved in `store`, whatever a crash has left there; in an empty store that is nothing. What it gives
   * is durable when it settles. Fails, and changes nothing, if what was once durable is damaged.
   *
   * One log at a time is open on a store. The store belongs to the caller, who also closes it.
   */
  open(store: OrderedStore): Promise<OpenedLog>;
}

export interface OpenedLog {
  /** What was saved before the log was opened. It belongs to the caller. */
  readonly saved: Saved;

  /**
   * Replaces the fields named in `changes`, all of them or, in a crash, none, and settles when that is durable. A list may
   * be given as a `Tail`, which never begins beyond the list's end. A field that is given as `undefined` is forgotten.
   *
   * Saves take effect in the order in which they are called, and nobody has to wait for one before he calls the next.
   * The caller may change what he passed as soon as the call returns. Fails if the store fails; then nobody knows whether
   * this save is there after a restart.
   */
  save(changes: Changes<Saved>): Promise<void>;

  /** Settles when every save has settled, and never fails. A save that is called later fails. */
  close(): Promise<void>;
}
