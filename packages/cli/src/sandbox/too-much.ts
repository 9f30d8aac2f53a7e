/** Handlers that leave more behind than any node needs: a state of a hundred megabytes, a million messages in one turn. */
import { BrokenContract } from '@weekend/protocol';

const { keys } = Object;
const mostWishes = 10_000;
const mostBytes = 8 * 2 ** 20;

/** About what a leaf or a field takes. */
const bytesOfAPart = 16;

/** Throws if one of these, a state or a world, has grown beyond all measure. */
export function refuseTooMuch(args: readonly unknown[]): void {
  for (const arg of args) {
    if (typeof arg !== 'object' || arg === null) continue;
    const { saves, sends, timers } = arg as Partial<Record<'saves' | 'sends' | 'timers', unknown>>;
    if (Array.isArray(saves) && Array.isArray(sends) && Array.isArray(timers)) {
      if (saves.length + sends.length + timers.length > mostWishes)
        throw new BrokenContract(`your handler has asked its world for more than ${mostWishes} things in one turn`);
    } else if (bytesOf(arg, mostBytes) > mostBytes)
      throw new BrokenContract('what your handler has left in its state is larger than 8 MB');
  }
}

/** Stops to count where it is more than `most`. Each object is counted once. */
function bytesOf(value: object, most: number): number {
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  let bytes = 0;
  while (waiting.length > 0 && bytes <= most) {
    const part = waiting.pop();
    bytes += bytesOfAPart + (typeof part === 'string' ? part.length : 0);
    if (typeof part !== 'object' || part === null || seen.has(part)) continue;
    seen.add(part);
    // A long list is counted before anybody looks into it.
    if (Array.isArray(part) && part.length * bytesOfAPart > most) return Number.POSITIVE_INFINITY;
    // Not `for … in`: over objects of many shapes, V8 compiles that again and again.
    for (const key of keys(part)) waiting.push((part as Record<string, unknown>)[key]);
  }
  return bytes;
}
