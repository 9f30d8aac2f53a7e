/**
 * The oracle for causal consistency: the definitions of Bouajjani et al. (POPL 2017), by trying every causal
 * order there can be. For five operations at most.
 */
import type { History, Operation } from '../src/history.ts';
import type { KvInput, KvOutput } from '../src/kv.ts';
import { isBeforeInItsProcess } from './every-order.ts';

/** Only `get` and `put` occur. */
export type Plain = Operation<KvInput, KvOutput>;

/** Row a, bit b: a is before b. */
type Relation = readonly number[];

export function isCausal(history: History<KvInput, KvOutput>, level: 'CC' | 'CCv' | 'CM'): boolean {
  const certain = history.filter(({ completion }) => completion.kind === 'ok');
  const unknown = history.filter(({ completion, input }) => completion.kind === 'info' && input.kind === 'put');
  return subsets(unknown).some((happened) => {
    const operations = [...certain, ...happened];
    const before = isBeforeInItsProcess(history);
    const program = operations.map((a) => mask(operations, (b) => before(a, b)));
    return partialOrders(operations.length).some((order) => {
      if (!program.every((row, a) => (row & ~(order[a] as number)) === 0)) return false;
      return level === 'CCv' ? convergesUnder(operations, order) : explains(operations, program, order, level);
    });
  });
}

/** Each operation's causal past has an order that explains it: its own answer (CC), all its process's answers so far (CM). */
function explains(operations: readonly Plain[], program: Relation, order: Relation, level: 'CC' | 'CM'): boolean {
  return operations.every((_, o) => {
    const past = mask(operations, (_b, a) => a === o || isIn(order, a, o));
    const visible = mask(operations, (_b, a) => a === o || (level === 'CM' && isIn(program, a, o)));
    return hasOrder(operations, order, past, visible, {});
  });
}

function hasOrder(
  operations: readonly Plain[],
  order: Relation,
  left: number,
  visible: number,
  values: Record<string, unknown>,
): boolean {
  if (left === 0) return true;
  return operations.some(({ input, completion }, next) => {
    const isFree =
      (left & (1 << next)) !== 0 && !order.some((row, a) => (left & (1 << a)) !== 0 && (row & (1 << next)) !== 0);
    if (!isFree) return false;
    const rest = left & ~(1 << next);
    if (input.kind === 'put')
      return hasOrder(operations, order, rest, visible, { ...values, [input.key]: input.value });
    const answer = completion.kind === 'ok' ? completion.output : undefined;
    const isExplained = (visible & (1 << next)) === 0 || answer === (values[input.key] ?? null);
    return isExplained && hasOrder(operations, order, rest, visible, values);
  });
}

/** One order of everything, of which each read sees the part that it causally knows. */
function convergesUnder(operations: readonly Plain[], order: Relation): boolean {
  function extend(sequence: readonly number[], left: number): boolean {
    if (left === 0) return operations.every((_, o) => seesLast(operations, order, sequence, o));
    return operations.some(
      (_, next) =>
        (left & (1 << next)) !== 0 &&
        !order.some((row, a) => (left & (1 << a)) !== 0 && (row & (1 << next)) !== 0) &&
        extend([...sequence, next], left & ~(1 << next)),
    );
  }
  return extend([], (1 << operations.length) - 1);
}

function seesLast(operations: readonly Plain[], order: Relation, sequence: readonly number[], o: number): boolean {
  const { input, completion } = operations[o] as Plain;
  if (input.kind === 'put') return true;
  let value: unknown = null;
  for (const a of sequence) {
    const other = (operations[a] as Plain).input;
    if (isIn(order, a, o) && other.kind === 'put' && other.key === input.key) value = other.value;
  }
  return completion.kind === 'ok' && completion.output === value;
}

const known = new Map<number, Relation[]>();

/** All strict partial orders of so many things: 1, 3, 19, 219, 4231. */
function partialOrders(size: number): Relation[] {
  const found = known.get(size);
  if (found !== undefined) return found;
  const orders: Relation[] = size === 0 ? [[]] : [];
  const last = size - 1;
  for (const smaller of size === 0 ? [] : partialOrders(last))
    for (let below = 0; below < 1 << last; below++)
      for (let above = 0; above < 1 << last; above++) {
        const order = [...smaller.map((row, a) => row | (((below >> a) & 1) << last)), above];
        if (isStrictOrder(order)) orders.push(order);
      }
  known.set(size, orders);
  return orders;
}

function isStrictOrder(order: Relation): boolean {
  return order.every(
    (row, a) => !isIn(order, a, a) && order.every((after, b) => !isIn(order, a, b) || (after & ~row) === 0),
  );
}

const isIn = (relation: Relation, a: number, b: number): boolean => ((relation[a] as number) & (1 << b)) !== 0;

function mask(operations: readonly Plain[], holds: (operation: Plain, index: number) => boolean): number {
  return operations.reduce((bits, operation, index) => (holds(operation, index) ? bits | (1 << index) : bits), 0);
}

function subsets<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 1 << items.length }, (_, bits) => items.filter((_item, at) => (bits & (1 << at)) !== 0));
}
