/** What can be watched of a running node: its log lines, the event stream and the tests all live on this. */
import type { Address } from '@weekend/protocol';
import type { Refusal } from './counters.ts';
import type { Description } from './status.ts';

export type Happening =
  /** A turn, or a group of turns that were synced together, changed how the node describes itself. */
  | { kind: 'changed'; before: Description; after: Description }
  /** This node can now send to `peer`, or no longer can. */
  | { kind: 'connected'; peer: Address }
  | { kind: 'disconnected'; peer: Address }
  /** A connection was refused: with which host and port, why, and which node it claimed to be, which is not proved. */
  | { kind: 'refused'; remote: string; reason: Refusal; claims: Address | null };

export class Happenings {
  readonly #listeners = new Set<(happening: Happening) => void>();

  /** Calls `listener` for all that happens from now on. Returns what ends it. */
  watch(listener: (happening: Happening) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(happening: Happening): void {
    for (const listener of this.#listeners) listener(happening);
  }
}
