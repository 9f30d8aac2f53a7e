/** A part of a history that is judged by itself: one key of a store, or all of it. */
import { deadline, type History, type Operation } from './history.ts';
import type { Model } from './model.ts';

/** Positions in the history, both lists in the order of calls. */
export interface Part {
  /** Operations that took effect. */
  readonly required: readonly number[];
  /** Operations that may have. */
  readonly optional: readonly number[];
  /** True, for rough work, to let an optional operation take effect any number of times: quicker to search. */
  readonly isRepeatable?: boolean;
}

/** The parts that the model cuts a history into. */
export function partsOf<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
): Part[] {
  const byKey = new Map<string, { required: number[]; optional: number[] }>();
  for (const index of happened(history, model)) {
    const operation = history[index] as Operation<Input, Output>;
    const key = model.partition === undefined ? '' : model.partition(operation.input);
    let part = byKey.get(key);
    if (part === undefined) byKey.set(key, (part = { required: [], optional: [] }));
    (operation.completion.kind === 'ok' ? part.required : part.optional).push(index);
  }
  return [...byKey.values()];
}

/** All of a history as one part. */
export function wholeOf<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
): Part {
  const indices = happened(history, model);
  return {
    required: indices.filter((index) => history[index]?.completion.kind === 'ok'),
    optional: indices.filter((index) => history[index]?.completion.kind === 'info'),
  };
}

/** In the order of calls, without what did not happen and without reads that nobody got an answer from. */
function happened<State, Input, Output>(history: History<Input, Output>, model: Model<State, Input, Output>): number[] {
  const indices: number[] = [];
  let sorted = true;
  let before = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < history.length; index++) {
    const operation = history[index] as Operation<Input, Output>;
    const { kind } = operation.completion;
    if (!(operation.call <= deadline(operation))) throw new RangeError(backwards(operation, index));
    if (kind === 'fail' || (kind === 'info' && model.readOnly?.(operation.input, undefined) === true)) continue;
    sorted &&= operation.call >= before;
    before = operation.call;
    indices.push(index);
  }
  return sorted ? indices : indices.sort((a, b) => callOf(history, a) - callOf(history, b) || a - b);
}

function callOf(history: History<unknown, unknown>, index: number): number {
  return (history[index] as Operation<unknown, unknown>).call;
}

function backwards(operation: Operation<unknown, unknown>, index: number): string {
  return `Cannot check this history: operation ${index}, of process ${operation.process}, is called at ${operation.call} and completes at ${deadline(operation)}; a completion comes at the call or after it.`;
}
