/**
 * Linearizability of a register whose writes all differ, so that each read says which write it saw. Gibbons and Korach,
 * "Testing shared memories" (SIAM J. Comput. 26(4), 1997). O(n log n); exact.
 *
 * A write and the reads of its value are a cluster, and a register holds its value from its first operation to its last. If
 * one completes before another is called, the value fills the time between: a forward zone. Otherwise all of them share some
 * time, its backward zone, and any moment of it will do for all. A register is one iff forward zones do not overlap, and
 * no backward zone lies inside a forward one.
 */
import { deadline, type History, type Operation, output } from './history.ts';
import { type Identity, identity } from './identity.ts';
import type { Access, Model } from './model.ts';
import type { Part } from './part.ts';

/**
 * Positions in the history of a few operations that are illegal by themselves, none if all is well; `undefined` if these are
 * not plain reads and writes of one key, or if a value that was read has two sources.
 */
export function uniqueRegister<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
): readonly number[] | undefined {
  const clusters = clustersOf(history, model, part);
  if (clusters === undefined) return undefined;
  const broken = clusters.find((cluster) => cluster.earliest < cluster.writeCall);
  if (broken !== undefined) return witnesses(broken);
  const forward = clusters.filter(isForward).sort((a, b) => a.earliest - b.earliest);
  const overlap = forward.findIndex((zone, i) => zone.earliest < (forward[i - 1]?.latest ?? Number.NEGATIVE_INFINITY));
  if (overlap > 0) return [...witnesses(forward[overlap - 1]), ...witnesses(forward[overlap])];
  for (const cluster of clusters) {
    if (isForward(cluster)) continue;
    const around = lastBefore(forward, cluster.latest);
    if (around !== undefined && cluster.earliest < around.latest) return [...witnesses(around), ...witnesses(cluster)];
  }
  return [];
}

/** A write and the reads of its value. Positions are -1 for the initial value, which was there before everything. */
interface Cluster {
  /** -1 also for a value that is read and never written. */
  write: number;
  writeCall: number;
  /** The earliest completion, and whose. */
  earliest: number;
  first: number;
  /** The latest call, and whose. */
  latest: number;
  last: number;
}

const isForward = (cluster: Cluster): boolean => cluster.earliest < cluster.latest;

function clustersOf<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
): Cluster[] | undefined {
  const accesses = accessesOf(history, model, part);
  if (accesses === undefined) return undefined;
  const clusters = new Map<Identity, Cluster>();
  clusters.set(identity(model.initial), startingAt(-1, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY));
  const reads = accesses.filter(({ kind }) => kind === 'read');
  const wasRead = new Set(reads.map(({ value }) => value));
  for (const { kind, index, value } of accesses) {
    if (kind === 'read') continue;
    const operation = history[index] as Operation<Input, Output>;
    if (operation.completion.kind === 'info' && !wasRead.has(value)) continue;
    if (clusters.has(value)) return undefined;
    clusters.set(value, startingAt(index, operation.call, deadline(operation)));
  }
  for (const { index, value } of reads) {
    const cluster = clusters.get(value) ?? startingAt(-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    clusters.set(value, cluster);
    join(cluster, index, history[index] as Operation<Input, Output>);
  }
  return [...clusters.values()];
}

interface IndexedAccess {
  kind: Access['kind'];
  index: number;
  value: Identity;
}

/** A write with unknown outcome is an access too; a read with unknown outcome says nothing. */
function accessesOf<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
): IndexedAccess[] | undefined {
  const accesses: IndexedAccess[] = [];
  let key: string | undefined;
  for (const index of [...part.required, ...part.optional]) {
    const operation = history[index] as Operation<Input, Output>;
    const access = model.access?.(operation.input, output(operation));
    if (access === undefined || access.key !== (key ??= access.key)) return undefined;
    if (access.kind === 'write' || operation.completion.kind === 'ok')
      accesses.push({ kind: access.kind, index, value: identity(access.value) });
  }
  return accesses;
}

function startingAt(write: number, call: number, completion: number): Cluster {
  return { write, writeCall: call, earliest: completion, first: write, latest: call, last: write };
}

function join(cluster: Cluster, index: number, read: Operation<unknown, unknown>): void {
  if (deadline(read) < cluster.earliest) {
    cluster.earliest = deadline(read);
    cluster.first = index;
  }
  if (read.call > cluster.latest) {
    cluster.latest = read.call;
    cluster.last = index;
  }
}

/** The operations that make a cluster's zone what it is. */
function witnesses(cluster: Cluster | undefined): number[] {
  if (cluster === undefined) return [];
  return [...new Set([cluster.write, cluster.first, cluster.last])].filter((index) => index >= 0);
}

/** Of zones in the order of time, the last that begins before `time`. */
function lastBefore(zones: readonly Cluster[], time: number): Cluster | undefined {
  let low = 0;
  let high = zones.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((zones[middle] as Cluster).earliest < time) low = middle + 1;
    else high = middle;
  }
  return zones[low - 1];
}
