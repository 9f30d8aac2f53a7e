/**
 * Convergence, the promise of eventual consistency (Vogels, "Eventually consistent", CACM 52(1), 2009): when writing has ended
 * and everybody has heard of everything, all reads of a key answer the same, and it is something that was written.
 *
 * The history does not say when that is, so the caller does. O(n). It does not catch anything that happens before, nor a
 * store that agrees on the wrong one of the values written.
 */

import { type History, type Operation, output } from './history.ts';
import { type Identity, identity } from './identity.ts';
import type { Access, Model } from './model.ts';
import { doesNotApply, illegal, ok, type Verdict } from './verdict.ts';
import { told } from './words.ts';

/** Judges the reads that are called at `quietSince` or later. */
export function convergent<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  quietSince: number,
): Verdict {
  const keys = new Map<string, Key>();
  for (const [index, operation] of history.entries()) {
    if (operation.completion.kind === 'fail') continue;
    const access = model.access?.(operation.input, output(operation));
    if (access === undefined)
      return doesNotApply(
        `Cannot judge convergence: operation ${index} (${JSON.stringify(operation.input)}) is not a plain read or write of a ${model.name}.`,
      );
    if (access.kind === 'write' && operation.call >= quietSince)
      return doesNotApply(
        `Cannot judge convergence: operation ${index} writes at ${operation.call}, but all was to be quiet since ${quietSince}.`,
      );
    note(keys, access, operation, index, quietSince);
  }
  const all = [...keys.values()];
  const reads = all.reduce((sum, { lateReads }) => sum + lateReads.length, 0);
  if (reads === 0) return doesNotApply(`Cannot judge convergence: nothing is read at ${quietSince} or later.`);
  const initial = identity(model.initial);
  for (const key of all) {
    const broken = brokenBy(key, initial);
    if (broken === undefined) continue;
    return illegal(reads, () => ({
      rule: 'convergence',
      operations: broken.reads,
      words: [`${broken.why}:`, ...broken.reads.map((index) => `  ${told(history, model, index)}`)].join('\n'),
    }));
  }
  return ok(reads);
}

interface Key {
  /** What may be there in the end, the initial value apart. */
  written: Set<Identity>;
  /** Whether some write is known to have happened. */
  isWritten: boolean;
  lateReads: { index: number; value: Identity }[];
}

function note(
  keys: Map<string, Key>,
  { key, kind, value }: Access,
  operation: Operation<unknown, unknown>,
  index: number,
  quietSince: number,
): void {
  let known = keys.get(key);
  if (known === undefined) keys.set(key, (known = { written: new Set(), isWritten: false, lateReads: [] }));
  const isDone = operation.completion.kind === 'ok';
  if (kind === 'write') {
    known.written.add(identity(value));
    known.isWritten ||= isDone;
  } else if (isDone && operation.call >= quietSince) known.lateReads.push({ index, value: identity(value) });
}

function brokenBy(
  { written, isWritten, lateReads }: Key,
  initial: Identity,
): { why: string; reads: number[] } | undefined {
  const [first] = lateReads;
  if (first === undefined) return undefined;
  const other = lateReads.find(({ value }) => value !== first.value);
  if (other !== undefined) return { why: 'Convergence: these reads still differ', reads: [first.index, other.index] };
  const isPossible = written.has(first.value) || (first.value === initial && !isWritten);
  return isPossible ? undefined : { why: 'Convergence: this is not what was written', reads: [first.index] };
}
