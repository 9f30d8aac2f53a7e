/**
 * Sees that a configuration leads nowhere before the search has tried everything in it, for models whose state grows: the
 * missing read with the earliest deadline must be answered by a state that grows out of this one, or out of what some
 * missing operation sets. On a store with appends this turns a search through all orders into a walk along what reads saw.
 */
import { hopeless, type StateId, type Transitions } from './transitions.ts';

export interface Lookahead {
  /** True if that read can no longer be answered. */
  isDoomed(state: StateId, firstMissing: number, placed: Int32Array, used: Int32Array): boolean;
  /** True if some read can never be answered, as when nobody wrote what it saw. To be asked before anything is placed. */
  isDoomedFromTheStart(placed: Int32Array, used: Int32Array): boolean;
  /** The latest deadline of a read that made it say so: nothing called after it has played a part. */
  horizon(): number;
}

export function lookahead(
  transitions: Transitions,
  required: number,
  readOnly: Uint8Array,
  calls: Float64Array,
  deadlines: Float64Array,
): Lookahead {
  const total = calls.length;
  let horizon = Number.NEGATIVE_INFINITY;
  /** What each operation sets, or -1. */
  const sets = new Int32Array(total);
  for (let operation = 0; operation < total; operation++)
    sets[operation] = readOnly[operation] === 1 ? -1 : (transitions.sets(operation) ?? -1);

  function isDoomed(state: StateId, firstMissing: number, placed: Int32Array, used: Int32Array): boolean {
    const read = nextRead(firstMissing, placed);
    return read >= 0 && isHopeless(read, state, firstMissing, placed, used);
  }

  function isDoomedFromTheStart(placed: Int32Array, used: Int32Array): boolean {
    for (let read = 0; read < required; read++)
      if (readOnly[read] === 1 && isHopeless(read, 0, 0, placed, used)) return true;
    return false;
  }

  function isHopeless(
    read: number,
    state: StateId,
    firstMissing: number,
    placed: Int32Array,
    used: Int32Array,
  ): boolean {
    if (transitions.next(state, read) !== hopeless) return false;
    const deadline = deadlines[read] as number;
    if (
      anySets(read, firstMissing, required, deadline, placed, 0) ||
      anySets(read, required, total, deadline, used, required)
    )
      return false;
    horizon = Math.max(horizon, deadline);
    return true;
  }

  function nextRead(firstMissing: number, placed: Int32Array): number {
    let read = -1;
    let earliest = Number.POSITIVE_INFINITY;
    for (let operation = firstMissing; operation < required; operation++) {
      if ((calls[operation] as number) > earliest) break;
      if (readOnly[operation] !== 1 || (deadlines[operation] as number) >= earliest || has(placed, operation)) continue;
      read = operation;
      earliest = deadlines[operation] as number;
    }
    return read;
  }

  /** Whether one of the operations that are not in `bits` sets something that may yet grow into what `read` saw. */
  function anySets(
    read: number,
    from: number,
    to: number,
    deadline: number,
    bits: Int32Array,
    offset: number,
  ): boolean {
    for (let operation = from; operation < to && (calls[operation] as number) <= deadline; operation++) {
      const state = sets[operation] as StateId;
      if (state >= 0 && !has(bits, operation - offset) && transitions.next(state, read) !== hopeless) return true;
    }
    return false;
  }

  return { isDoomed, isDoomedFromTheStart, horizon: () => horizon };
}

function has(bits: Int32Array, bit: number): boolean {
  return ((bits[bit >>> 5] as number) & (1 << bit)) !== 0;
}
