/**
 * The search for an order: depth first, one operation at a time, never twice from the same configuration. After Wing and
 * Gong, "Testing and verifying concurrent objects" (JPDC 17, 1993), with Lowe's memory of configurations ("Testing for
 * linearizability", 2017, §3.1). Which operations may come next is the `Order`'s business: real time for linearizability,
 * each process's own order for sequential consistency.
 *
 * Required operations must all be placed; optional ones, whose outcome is unknown, may be. Worst case exponential.
 */
import type { Lookahead } from './lookahead.ts';
import type { Transitions } from './transitions.ts';
import { visited } from './visited.ts';

export interface Order {
  /** Writes the operations that may come next to `out`, from `at` on, and answers where they end. */
  enabled(placed: Int32Array, firstMissing: number, out: Int32Array, at: number): number;
  /** How many words of the bit set of placed operations can differ, from that of the first missing one on. */
  window: number;
}

/** Operations are numbers: required ones from 0, then optional ones, both in the order of their calls. */
export interface Problem {
  transitions: Transitions;
  order: Order;
  required: number;
  total: number;
  /** 1 for an operation that changes no state. Placed as soon as it may be: waiting could not help. */
  readOnly: Uint8Array;
  /** For an optional operation, the one like it that could be used whenever this one can, or -1. It goes first. */
  twin: Int32Array;
  /** What is tried first where there is a choice: the operation with the smallest number here. */
  urgency: Float64Array;
  /** Whether an optional operation may take effect not once but any number of times. */
  isRepeatable: boolean;
  /** Sees early that a configuration leads nowhere. */
  lookahead: Lookahead | undefined;
}

type Outcome = 'ok' | 'illegal' | 'more' | 'full';

export interface Search {
  /** Goes on until it knows, has taken `steps` more steps, about, or fills more than so many bytes. */
  advance(steps: number, bytes: number): Outcome;
  /** Operations tried and configurations compared so far. */
  steps(): number;
  bytes(): number;
}

export function search(problem: Problem): Search {
  const { transitions, order, required, total, readOnly, twin, urgency, lookahead, isRepeatable } = problem;
  const placed = new Int32Array((required >>> 5) + 1 + order.window);
  const used = new Int32Array((total - required + 31) >>> 5);
  let sequence = new Int32Array(total);
  const seen = visited(order.window, used.length);
  let length = 0;
  let missing = required;
  let firstMissing = 0;
  let state = 0;
  let hash = 0;
  let tried = 0;

  /** One frame a configuration on the way here, with what is still to be tried there. */
  let frames = new Int32Array((total + 1) * frame.size);
  let depth = 0;
  let candidates = new Int32Array(total * 2);
  let after = new Int32Array(total * 2);

  if (lookahead?.isDoomedFromTheStart(placed, used) !== true) open();

  const steps = (): number => tried + seen.compared();

  const bytes = (): number => seen.bytes() + transitions.bytes() + candidates.byteLength * 2 + frames.byteLength;

  function advance(stepsMore: number, bytesAtMost: number): Outcome {
    const stop = steps() + stepsMore;
    while (missing > 0) {
      if (steps() >= stop) return 'more';
      if (bytes() > bytesAtMost) return 'full';
      if (!tryNext()) return 'illegal';
    }
    return 'ok';
  }

  /** Takes the next candidate of the deepest configuration that has one left. False if there is none anywhere. */
  function tryNext(): boolean {
    while (depth > 0) {
      const top = (depth - 1) * frame.size;
      const cursor = frames[top + frame.cursor] as number;
      if (cursor < (frames[top + frame.end] as number)) {
        frames[top + frame.cursor] = cursor + 1;
        returnTo(top);
        state = after[cursor] as number;
        place(candidates[cursor] as number);
        open();
        return true;
      }
      depth--;
    }
    return false;
  }

  /** Arrives in a configuration: takes the reads that it allows, and if it is a new one, lists what can be tried. */
  function open(): void {
    const start = depth === 0 ? 0 : (frames[(depth - 1) * frame.size + frame.end] as number);
    const enabledEnd = takeReads(start);
    if (missing === 0 || lookahead?.isDoomed(state, firstMissing, placed, used) === true) return;
    if (!seen.add(mixed(hash, state), state, firstMissing >>> 5, placed, used)) return;
    const top = depth++ * frame.size;
    if (top === frames.length) frames = enlarged(frames);
    frames[top + frame.length] = length;
    frames[top + frame.state] = state;
    frames[top + frame.firstMissing] = firstMissing;
    frames[top + frame.cursor] = start;
    frames[top + frame.end] = keepAllowed(start, enabledEnd);
  }

  /** Leaves in `candidates` what is enabled once no more reads can be taken. */
  function takeReads(start: number): number {
    if (start + total > candidates.length) makeRoom();
    let end = order.enabled(placed, firstMissing, candidates, start);
    while (placeReads(start, end)) end = order.enabled(placed, firstMissing, candidates, start);
    return end;
  }

  function placeReads(start: number, end: number): boolean {
    const lengthBefore = length;
    for (let at = start; at < end; at++) {
      const operation = candidates[at] as number;
      if (readOnly[operation] !== 1 || operation >= required) continue;
      tried++;
      if (transitions.next(state, operation) === state) place(operation);
    }
    return length > lengthBefore;
  }

  function keepAllowed(start: number, enabledEnd: number): number {
    let end = start;
    for (let at = start; at < enabledEnd; at++) {
      const operation = candidates[at] as number;
      if (readOnly[operation] === 1 || (operation >= required && !isNextOfItsKind(operation))) continue;
      tried++;
      const next = transitions.next(state, operation);
      // An optional operation that changes nothing now is better kept for later.
      if (next < 0 || (operation >= required && next === state)) continue;
      insert(operation, next, start, end++);
    }
    return end;
  }

  /** Into the sorted candidates from `start` to `end`. */
  function insert(operation: number, next: number, start: number, end: number): void {
    let at = end;
    const mine = urgency[operation] as number;
    for (; at > start && (urgency[candidates[at - 1] as number] as number) > mine; at--) {
      candidates[at] = candidates[at - 1] as number;
      after[at] = after[at - 1] as number;
    }
    candidates[at] = operation;
    after[at] = next;
  }

  function isNextOfItsKind(operation: number): boolean {
    const before = twin[operation] as number;
    if (isRepeatable) return before < 0;
    return !isUsed(operation) && (before < 0 || isUsed(before));
  }

  function isUsed(operation: number): boolean {
    const bit = operation - required;
    return ((used[bit >>> 5] as number) & (1 << bit)) !== 0;
  }

  function place(operation: number): void {
    if (length === sequence.length) sequence = enlarged(sequence);
    sequence[length++] = operation;
    if (operation >= required) {
      if (!isRepeatable) flip(used, operation - required);
      return;
    }
    flip(placed, operation);
    hash ^= mixed(operation, 0);
    missing--;
    if (operation !== firstMissing) return;
    do firstMissing++;
    while (firstMissing < required && ((placed[firstMissing >>> 5] as number) & (1 << firstMissing)) !== 0);
  }

  function returnTo(top: number): void {
    const target = frames[top + frame.length] as number;
    while (length > target) {
      const operation = sequence[--length] as number;
      if (operation >= required) {
        if (!isRepeatable) flip(used, operation - required);
      } else {
        flip(placed, operation);
        hash ^= mixed(operation, 0);
        missing++;
      }
    }
    state = frames[top + frame.state] as number;
    firstMissing = frames[top + frame.firstMissing] as number;
  }

  function makeRoom(): void {
    candidates = enlarged(candidates);
    after = enlarged(after);
  }

  return {
    advance,
    steps,
    bytes,
  };
}

/** Where a frame keeps what. */
const frame = { length: 0, state: 1, firstMissing: 2, cursor: 3, end: 4, size: 5 } as const;

function flip(bits: Int32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] as number) ^ (1 << bit);
}

function enlarged(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Zobrist's hash of a set is the exclusive or of a random number for each member; this is where they come from. */
function mixed(a: number, b: number): number {
  let x = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return x ^ (x >>> 15);
}
