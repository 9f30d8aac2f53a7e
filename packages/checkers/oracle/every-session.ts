/**
 * The oracle for the session guarantees and for convergence: the definitions at the heads of `sessions.ts` and `convergent.ts`,
 * for all pairs, triples and quadruples.
 */
import type { History } from '../src/history.ts';
import type { KvInput, KvOutput } from '../src/kv.ts';
import type { SessionGuarantee } from '../src/sessions.ts';
import type { Plain } from './every-cause.ts';
import { isBeforeInItsProcess } from './every-order.ts';

/** `undefined` if causality runs in a circle. */
export function keepsGuarantee(history: History<KvInput, KvOutput>, guarantee: SessionGuarantee): boolean | undefined {
  const reads = history.filter(({ input, completion }) => input.kind === 'get' && completion.kind === 'ok');
  const writes = history.filter(
    (write) =>
      write.input.kind === 'put' &&
      (write.completion.kind === 'ok' || (write.completion.kind === 'info' && reads.some((read) => saw(read, write)))),
  );
  const all = [...reads, ...writes];
  const inProcess = isBeforeInItsProcess(history);
  const causes = closure(all, (a, b) => inProcess(a, b) || saw(b, a));
  if (all.some((a) => causes(a, a))) return undefined;

  const sources = reads.filter((read) => answer(read) === null || writes.some((write) => saw(read, write)));
  const misses = (read: Plain, write: Plain): boolean => {
    if (read.input.key !== write.input.key || saw(read, write)) return false;
    return answer(read) === null || writes.some((older) => saw(read, older) && causes(older, write));
  };
  const knowsBy = (read: Plain, other: Plain): boolean => read === other || inProcess(other, read);
  const sameKey = (a: Plain, b: Plain): boolean => a.input.key === b.input.key;

  switch (guarantee) {
    case 'read your writes':
      return !sources.some((read) => writes.some((write) => inProcess(write, read) && misses(read, write)));
    case 'monotonic reads':
      return !sources.some((read) =>
        sources.some(
          (before) =>
            inProcess(before, read) &&
            sameKey(before, read) &&
            (writes.some((write) => saw(before, write) && misses(read, write)) ||
              sources.some(
                (first) =>
                  inProcess(first, before) &&
                  sameKey(first, read) &&
                  answer(first) === answer(read) &&
                  answer(before) !== answer(read),
              )),
        ),
      );
    case 'monotonic writes':
      return !sources.some((read) =>
        writes.some((write) =>
          writes.some(
            (later) =>
              inProcess(write, later) &&
              sources.some((witness) => knowsBy(read, witness) && saw(witness, later)) &&
              misses(read, write),
          ),
        ),
      );
    case 'writes follow reads':
      return !sources.some((read) =>
        writes.some((write) =>
          sources.some(
            (before) =>
              saw(before, write) &&
              sameKey(before, read) &&
              writes.some(
                (later) =>
                  inProcess(before, later) &&
                  sources.some((witness) => knowsBy(read, witness) && saw(witness, later)) &&
                  misses(read, write),
              ),
          ),
        ),
      );
    default:
      return guarantee satisfies never;
  }
}

/** `undefined` if nothing is read late. */
export function hasConverged(history: History<KvInput, KvOutput>, quietSince: number): boolean | undefined {
  const late = history.filter(
    ({ input, call, completion }) => input.kind === 'get' && completion.kind === 'ok' && call >= quietSince,
  );
  if (late.length === 0) return undefined;
  return late.every((read) => {
    const writes = history.filter(({ input }) => input.kind === 'put' && input.key === read.input.key);
    const source = writes.find((write) => saw(read, write) && write.completion.kind !== 'fail');
    const isUntouched = answer(read) === null && writes.every(({ completion }) => completion.kind !== 'ok');
    const others = late.filter(({ input }) => input.key === read.input.key);
    return others.every((other) => answer(other) === answer(read)) && (source !== undefined || isUntouched);
  });
}

const answer = ({ completion }: Plain): unknown => (completion.kind === 'ok' ? completion.output : undefined);

function saw(read: Plain, write: Plain): boolean {
  if (read.input.kind !== 'get' || write.input.kind !== 'put') return false;
  return read.input.key === write.input.key && answer(read) === write.input.value;
}

/** Warshall's algorithm. */
function closure(all: readonly Plain[], related: (a: Plain, b: Plain) => boolean): (a: Plain, b: Plain) => boolean {
  const matrix = all.map((a) => all.map((b) => related(a, b)));
  for (const via of all.keys())
    for (const row of matrix) if (row[via]) for (const [b, holds] of (matrix[via] ?? []).entries()) row[b] ||= holds;
  return (a, b) => matrix[all.indexOf(a)]?.[all.indexOf(b)] === true;
}
