/**
 * A model over small numbers: states are interned, and each (state, operation) asks the model once. A search tries the same
 * few operations in the same few states millions of times; here all but the first are a look into a table.
 */
import { type Operation, output } from './history.ts';
import { type Identity, identity } from './identity.ts';
import type { Model } from './model.ts';

/** The number of a state. The initial state is 0. */
export type StateId = number;

/** In place of a state: the model does not allow the operation's answer here. */
const notAllowed = -1;

/** Nor will it in any state that grows out of this one. */
export const hopeless = -2;

export interface Transitions {
  /** The state after operation `index` in `state`; below 0 if it is `notAllowed` or `hopeless`. */
  next(state: StateId, index: number): StateId;
  /** The state that operation `index` leaves, whatever was there before it; `undefined` if there is no such state. */
  sets(index: number): StateId | undefined;
  /** What the states and the table take, about. */
  bytes(): number;
}

/** The table holds at most this many entries; states beyond it are interned, but their answers are not remembered. */
const tableCap = 1 << 22;

export function transitions<State, Input, Output>(
  model: Model<State, Input, Output>,
  operations: readonly Operation<Input, Output>[],
): Transitions {
  const width = operations.length;
  const states: State[] = [model.initial];
  const ids = new Map<Identity, StateId>([[identity(model.initial), 0]]);
  let stateBytes = 0;
  /** Rows by state, columns by operation. 0: not asked yet, otherwise the answer plus 3. */
  let table = new Int32Array(width * 4);

  function next(state: StateId, index: number): StateId {
    const cell = state * width + index;
    if (cell >= table.length && !grow(cell)) return ask(state, index);
    const known = table[cell] as number;
    if (known !== 0) return known - 3;
    const after = ask(state, index);
    table[cell] = after + 3;
    return after;
  }

  function ask(state: StateId, index: number): StateId {
    const operation = operations[index] as Operation<Input, Output>;
    const before = states[state] as State;
    const answer = output(operation);
    const after = model.step(before, operation.input, answer);
    if (after !== undefined) return intern(after);
    const mayYet = answer === undefined || (model.growth?.mayYetAnswer(before, operation.input, answer) ?? true);
    return mayYet ? notAllowed : hopeless;
  }

  function sets(index: number): StateId | undefined {
    const state = model.growth?.sets((operations[index] as Operation<Input, Output>).input);
    return state === undefined ? undefined : intern(state);
  }

  function intern(state: State): StateId {
    const key = identity(state);
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, states.length);
    stateBytes += 100 + (typeof key === 'string' ? 2 * key.length : 0);
    return states.push(state) - 1;
  }

  function grow(cell: number): boolean {
    if (cell >= tableCap) return false;
    const larger = new Int32Array(Math.min(tableCap, Math.max(table.length * 2, cell + width)));
    larger.set(table);
    table = larger;
    return true;
  }

  return { next, sets, bytes: () => table.byteLength + stateBytes };
}
