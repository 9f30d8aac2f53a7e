/** The order of linearizability: an operation that completed before another was called comes before it. */
import type { Order } from './search.ts';

export interface RealTime extends Order {
  /** The deadline that no attempt got past: nothing called after it has played a part. */
  horizon(): number;
}

/** `calls` and `deadlines` of all operations, the `required` ones first, both groups in the order of their calls. */
export function realTime(calls: Float64Array, deadlines: Float64Array, required: number): RealTime {
  const total = calls.length;
  let horizon = Number.NEGATIVE_INFINITY;

  function enabled(placed: Int32Array, firstMissing: number, out: Int32Array, at: number): number {
    let end = missing(placed, firstMissing, out, at);
    const earliest = earliestDeadline(out, at, end);
    if (end > at) horizon = Math.max(horizon, earliest);
    for (let operation = required; operation < total && (calls[operation] as number) <= earliest; operation++)
      out[end++] = operation;
    return end;
  }

  /** The missing operations that were called before any of them completed. Equal times overlap. */
  function missing(placed: Int32Array, firstMissing: number, out: Int32Array, at: number): number {
    let end = at;
    let earliest = Number.POSITIVE_INFINITY;
    for (let operation = firstMissing; operation < required && (calls[operation] as number) <= earliest; operation++) {
      const word = placed[operation >>> 5] as number;
      if (word === -1) operation |= 31;
      if ((word & (1 << operation)) !== 0) continue;
      out[end++] = operation;
      earliest = Math.min(earliest, deadlines[operation] as number);
    }
    return end;
  }

  function earliestDeadline(operations: Int32Array, from: number, to: number): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; at++) earliest = Math.min(earliest, deadlines[operations[at] as number] as number);
    return earliest;
  }

  return { enabled, window: window(calls, deadlines, required), horizon: () => horizon };
}

/** While an operation is missing, only what was called before its deadline can be placed: so many words at most. */
function window(calls: Float64Array, deadlines: Float64Array, required: number): number {
  let widest = 1;
  let last = 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (let operation = 0; operation < required; operation++) {
    latest = Math.max(latest, deadlines[operation] as number);
    while (last + 1 < required && (calls[last + 1] as number) <= latest) last++;
    widest = Math.max(widest, (last >>> 5) - (operation >>> 5) + 1);
  }
  return widest;
}
