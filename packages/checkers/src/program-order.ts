/**
 * The order of sequential consistency: each process's operations in the order in which it called them, whatever the clock
 * said. One with unknown outcome comes after the earlier ones of its process, and need not come before the later ones.
 */
import type { Order } from './search.ts';

/** For some required operations the required ones that must come before them, besides those of their process. */
export type Before = ReadonlyMap<number, readonly number[]>;

/**
 * `process` of all operations as numbers from 0, the `required` ones first, both groups in the order of their calls;
 * `wasCalledBefore` tells that order across the two.
 */
export function programOrder(
  process: Int32Array,
  required: number,
  wasCalledBefore: (a: number, b: number) => boolean,
  before: Before,
): Order {
  const chains = chainsOf(process, required);
  /** For an optional operation the required one that it comes after, or -1. */
  const after = new Int32Array(process.length).fill(-1);
  for (let operation = required; operation < process.length; operation++)
    for (const earlier of chains[process[operation] as number] ?? [])
      if (wasCalledBefore(earlier, operation)) after[operation] = earlier;

  function enabled(placed: Int32Array, _firstMissing: number, out: Int32Array, at: number): number {
    let end = at;
    for (const chain of chains) {
      const head = firstMissingOf(chain, placed);
      const isFree = head !== undefined && (before.get(head)?.every((earlier) => has(placed, earlier)) ?? true);
      if (isFree) out[end++] = head;
    }
    for (let operation = required; operation < process.length; operation++) {
      const earlier = after[operation] as number;
      if (earlier < 0 || has(placed, earlier)) out[end++] = operation;
    }
    return end;
  }

  return { enabled, window: (required >>> 5) + 1 };
}

function chainsOf(process: Int32Array, required: number): number[][] {
  const chains: number[][] = [];
  for (let operation = 0; operation < required; operation++) {
    const chain = process[operation] as number;
    while (chains.length <= chain) chains.push([]);
    chains[chain]?.push(operation);
  }
  return chains;
}

/** What is placed of a chain is a beginning of it. */
function firstMissingOf(chain: readonly number[], placed: Int32Array): number | undefined {
  let low = 0;
  let high = chain.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (has(placed, chain[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return chain[low];
}

function has(bits: Int32Array, bit: number): boolean {
  return ((bits[bit >>> 5] as number) & (1 << bit)) !== 0;
}
