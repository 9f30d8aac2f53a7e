/** Which model allows a history? Each model is one question: what must come before what? */
import type { ConsistencyModel, History, Operation } from '@weekend/consistency';

export type Value = string | number | null;

/** What the register holds after an operation; `undefined` if it can't answer so now. */
export type Step = (value: Value, operation: Operation) => Value | undefined;

/** Whether the first of two operations must come before the second, in any order that a model allows. */
export type MustPrecede = (a: Operation, b: Operation) => boolean;

export function isLinearizable(history: History): boolean {
  return hasOrder(history, inRealTime);
}

/** For operations that are all `ok`, and writes that all differ. */
export function strongestModel(history: History): ConsistencyModel {
  if (hasOrder(history, inRealTime)) return 'linearizable';
  if (hasOrder(history, inProcessOrder)) return 'sequential';
  const causally = causalOrder(history);
  const isSeenBy = (process: Operation['process']) => (operation: Operation) =>
    operation.process === process || operation.input.kind !== 'read';
  const processes = new Set(history.map(({ process }) => process));
  const allSeeAnOrder = [...processes].every((process) => hasOrder(history.filter(isSeenBy(process)), causally));
  return allSeeAnOrder ? 'causal' : 'eventual';
}

export const inRealTime: MustPrecede = (a, b) => a.completion.kind === 'ok' && a.completion.at < b.call;

export const inProcessOrder: MustPrecede = (a, b) => a.process === b.process && a.call < b.call;

/** Process order, and each write before what has read it; and what follows from these two. */
export function causalOrder(history: History): MustPrecede {
  const causes = new Map<Operation, Set<Operation>>(
    history.map((b) => [b, new Set(history.filter((a) => inProcessOrder(a, b) || isReadBy(a, b)))]),
  );
  for (const middle of history)
    for (const known of causes.values())
      if (known.has(middle)) for (const cause of causes.get(middle) ?? []) known.add(cause);
  return (a, b) => causes.get(b)?.has(a) === true;
}

export const isReadBy: MustPrecede = (a, b) =>
  a.input.kind === 'write' &&
  b.input.kind === 'read' &&
  b.completion.kind === 'ok' &&
  a.input.value === b.completion.output;

/** Tries the orders that keep `mustPrecede`, one operation at a time, and never goes on twice from the same place. */
export function hasOrder(history: History, mustPrecede: MustPrecede, steps: Step = step): boolean {
  const operations = history.filter(({ completion }) => completion.kind !== 'fail');
  const before = operations.map((b) => operations.flatMap((a, at) => (a !== b && mustPrecede(a, b) ? [at] : [])));
  const isPlaced = operations.map(() => false);
  const deadEnds = new Set<string>();

  const isDone = (): boolean => operations.every(({ completion }, at) => isPlaced[at] || completion.kind === 'info');
  const mayComeNext = (at: number): boolean => !isPlaced[at] && before[at]?.every((other) => isPlaced[other]) === true;

  const canGoOn = (value: Value): boolean => {
    if (isDone()) return true;
    const place = `${JSON.stringify(value)} ${isPlaced.map(Number).join('')}`;
    if (deadEnds.has(place)) return false;
    deadEnds.add(place);
    return choices(value).some((at) => {
      const after = steps(value, operations[at] as Operation);
      if (after === undefined) return false;
      isPlaced[at] = true;
      const found = canGoOn(after);
      isPlaced[at] = false;
      return found;
    });
  };

  /** What may come next. A read that fits now does no harm: nothing else need be tried. */
  const choices = (value: Value): number[] => {
    const next = [...operations.keys()].filter(mayComeNext);
    const read = next.find((at) => {
      const operation = operations[at] as Operation;
      return operation.input.kind === 'read' && steps(value, operation) !== undefined;
    });
    return read === undefined ? next : [read];
  };

  return canGoOn(null);
}

export function step(value: Value, { input, completion }: Operation): Value | undefined {
  switch (input.kind) {
    case 'write':
      return input.value;
    case 'read':
      return completion.kind === 'ok' && completion.output !== value ? undefined : value;
    case 'cas': {
      const sets = value === input.from;
      if (completion.kind === 'ok' && completion.output !== sets) return undefined;
      return sets ? input.to : value;
    }
    default:
      return input satisfies never;
  }
}
