/** All that one turn saves, as one save: so it is there as a whole or, after a crash, not at all. */
import { type Changes, isTail, type Tail } from '@weekend/protocol';

type Fields = Record<string, unknown>;

export class JoinedSaves {
  /** How long each saved list is. */
  readonly #lengths = new Map<string, number>();

  constructor(saved: Fields) {
    for (const [field, value] of Object.entries(saved))
      if (Array.isArray(value)) this.#lengths.set(field, value.length);
  }

  /** Nothing if nothing was saved. Throws if a tail leaves a gap, in the same words as every other runtime. */
  join(saves: readonly Changes<Fields>[]): Changes<Fields> | undefined {
    const [first] = saves;
    if (first === undefined) return undefined;
    const lengths = new Map<string, number | undefined>();
    for (const changes of saves)
      for (const field of Object.keys(changes)) {
        const before = lengths.has(field) ? lengths.get(field) : this.#lengths.get(field);
        lengths.set(field, lengthAfter(field, changes[field], before ?? 0));
      }
    for (const [field, length] of lengths)
      if (length === undefined) this.#lengths.delete(field);
      else this.#lengths.set(field, length);
    return saves.length === 1 ? first : saves.reduce(joinTwo);
  }
}

/** Nothing for what is no list. */
function lengthAfter(field: string, change: unknown, before: number): number | undefined {
  if (Array.isArray(change)) return change.length;
  if (!isTail(change)) return undefined;
  const { from, items } = change;
  if (!Number.isInteger(from) || from < 0 || from > before)
    throw new RangeError(
      `Cannot save the tail of ${field} from position ${from}: ${before} items are saved, so it may start at 0 to ${before}`,
    );
  return from + items.length;
}

function joinTwo(earlier: Changes<Fields>, later: Changes<Fields>): Changes<Fields> {
  const both: Fields = { ...earlier };
  for (const [field, change] of Object.entries(later))
    both[field] = isTail(change) ? joinTail(both[field], change) : change;
  return both;
}

/** What a list was given earlier in the turn, and now its tail. */
function joinTail(earlier: unknown, { from, items }: Tail<unknown>): unknown {
  if (Array.isArray(earlier)) return [...earlier.slice(0, from), ...items];
  // What stands before the earlier tail is saved already.
  if (!isTail(earlier) || from < earlier.from) return { from, items };
  return { from: earlier.from, items: [...earlier.items.slice(0, from - earlier.from), ...items] };
}
