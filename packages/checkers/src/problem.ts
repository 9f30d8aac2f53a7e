/** Turns a part of a history into the numbers that a search works on. */
import { deadline, type History, type Operation, output } from './history.ts';
import { identity } from './identity.ts';
import type { Model } from './model.ts';
import type { Part } from './part.ts';
import { type Transitions, transitions } from './transitions.ts';

export interface Numbers {
  required: number;
  total: number;
  calls: Float64Array;
  deadlines: Float64Array;
  readOnly: Uint8Array;
  transitions: Transitions;
}

export function numbersOf<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
): Numbers {
  const required = part.required.length;
  const total = required + part.optional.length;
  const calls = new Float64Array(total);
  const deadlines = new Float64Array(total).fill(Number.POSITIVE_INFINITY);
  const readOnly = new Uint8Array(total);
  const operations: Operation<Input, Output>[] = [];
  for (let at = 0; at < total; at++) {
    const index = at < required ? part.required[at] : part.optional[at - required];
    const operation = history[index as number] as Operation<Input, Output>;
    calls[at] = operation.call;
    if (at < required) deadlines[at] = deadline(operation);
    if (model.readOnly?.(operation.input, output(operation)) === true) readOnly[at] = 1;
    operations.push(operation);
  }
  return { required, total, calls, deadlines, readOnly, transitions: transitions(model, operations) };
}

/**
 * For each optional operation the last one before it that asks the same, or -1: whenever the later one may take effect so
 * may the earlier one, and with the same effect. `group` keeps apart those of which this does not hold.
 */
export function twins<Input, Output>(
  history: History<Input, Output>,
  part: Part,
  group: (operation: Operation<Input, Output>) => unknown,
): Int32Array {
  const required = part.required.length;
  const twin = new Int32Array(required + part.optional.length).fill(-1);
  const latest = new Map<unknown, number>();
  for (const [at, index] of part.optional.entries()) {
    const operation = history[index] as Operation<Input, Output>;
    const kind = identity([group(operation), operation.input, output(operation)]);
    twin[required + at] = latest.get(kind) ?? -1;
    latest.set(kind, required + at);
  }
  return twin;
}
