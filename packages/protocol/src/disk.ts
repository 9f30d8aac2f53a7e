/** What a node has saved, held in memory: the meaning of `save`, for the runtimes without a real disk. */
import type { Changes, Shape, Tail } from './contract.ts';
import { copy } from './plain-data.ts';

/** Applies one `save` to a disk. What is stored shares nothing with what the handler passed. */
export function applyChanges<S extends Shape>(disk: Partial<S['Durable']>, changes: Changes<S['Durable']>): void {
  const record = disk as Record<string, unknown>;
  for (const [field, change] of Object.entries(changes)) {
    if (isTail(change)) replaceTail(record, field, change);
    else record[field] = copy(change);
  }
}

/** Applies what one turn saved: all of it or, if something cannot be applied, nothing. */
export function applySaves<S extends Shape>(
  disk: Partial<S['Durable']>,
  saves: readonly Changes<S['Durable']>[],
): void {
  checkTails(disk, saves);
  for (const changes of saves) applyChanges<S>(disk, changes);
}

/** Whether a change gives the end of a list and not the whole of a field. */
export function isTail(change: unknown): change is Tail<unknown> {
  if (typeof change !== 'object' || change === null) return false;
  return 'from' in change && typeof change.from === 'number' && 'items' in change && Array.isArray(change.items);
}

function replaceTail(record: Record<string, unknown>, field: string, { from, items }: Tail<unknown>): void {
  const list = (record[field] ??= []) as unknown[];
  checkTail(field, from, list.length);
  list.length = from;
  for (const item of items) list.push(copy(item));
}

function checkTails(disk: object, saves: readonly object[]): void {
  const lists: Record<string, unknown> = { ...disk };
  const lengthOf = (list: unknown) =>
    isTail(list) ? list.from + list.items.length : Array.isArray(list) ? list.length : 0;
  for (const changes of saves)
    for (const [field, change] of Object.entries(changes)) {
      if (isTail(change)) checkTail(field, change.from, lengthOf(lists[field]));
      lists[field] = change;
    }
}

function checkTail(field: string, from: number, saved: number): void {
  if (!Number.isInteger(from) || from < 0 || from > saved)
    throw new RangeError(
      `Cannot save the tail of ${field} from position ${from}: ${saved} items are saved, so it may start at 0 to ${saved}`,
    );
}
