/**
 * Sequential consistency (Lamport, "How to make a multiprocessor computer that correctly executes multiprocess programs",
 * 1979): one object that did all operations in some order, each process's own in its order, would have answered the same.
 *
 * It is not local: a store may break it while each key keeps it, so all keys are searched together. NP-complete (Gibbons and
 * Korach, "Testing shared memories", 1997), so the search is exponential in the worst case. Where writes are unique, what
 * any order must keep is worked out first, in polynomial time, which mostly leaves little to search; where they are not, a
 * long search first asks whether the history is linearizable, which is more and often easier to see. Exact where it answers
 * ok or illegal. It does not catch a stale read: the clock does not count.
 */
import { accessesOf, type Id, type Step } from './accesses.ts';
import { smallestCore } from './core.ts';
import { forcedOrder, type NoOrder } from './forced-order.ts';
import type { History, Operation } from './history.ts';
import { inTurn } from './in-turn.ts';
import { linearizable } from './linearizable.ts';
import type { Model } from './model.ts';
import { type Part, wholeOf } from './part.ts';
import { numbersOf, twins } from './problem.ts';
import { type Before, programOrder } from './program-order.ts';
import { type Search, search } from './search.ts';
import { type Budget, type Evidence, illegal, type Limit, limitOf, ok, ranOutOf, type Verdict } from './verdict.ts';
import { wholeModel } from './whole.ts';
import { noOrder } from './words.ts';

/** Steps before a search is called long. */
const patience = 20_000;

export function sequential<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  budget: Budget = {},
): Verdict {
  const limit = limitOf(budget);
  const part = wholeOf(history, model);
  const found = searchOf(history, model, part, limit);
  if ('disordered' in found) return illegal(0, () => evidence(history, model, onlyCertain(history, part, found)));
  const isLong = found.advance(Math.min(patience, limit.steps), limit.bytes) === 'more';
  if (isLong && linearizable(history, model, { ...limit, steps: Math.min(patience, limit.steps) }).kind === 'ok')
    return ok(found.steps());
  const ending = inTurn([{ search: found }], { ...limit, steps: Math.max(1, limit.steps - found.steps()) });
  switch (ending.kind) {
    case 'ok':
      return ok(found.steps());
    case 'illegal':
      return illegal(found.steps(), () => evidence(history, model, part));
    case 'steps':
    case 'memory':
      return ranOutOf(ending.kind, found.steps(), limit);
    default:
      return ending satisfies never;
  }
}

/** What is left to search, or operations that have no order, by their positions, where that is plain without a search. */
function searchOf<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
  limit: Limit,
): Search | NoOrder {
  const before = forced(history, model, part, limit);
  if ('disordered' in before) return before;
  const numbers = numbersOf(history, wholeModel(model), part);
  const numberOf = new Map<number | string, number>();
  const process = new Int32Array(numbers.total);
  const indices = [...part.required, ...part.optional];
  for (const [at, index] of indices.entries()) {
    const name = (history[index] as Operation<Input, Output>).process;
    if (!numberOf.has(name)) numberOf.set(name, numberOf.size);
    process[at] = numberOf.get(name) as number;
  }
  const wasCalledBefore = (a: number, b: number): boolean => {
    const difference = (numbers.calls[a] as number) - (numbers.calls[b] as number);
    return difference < 0 || (difference === 0 && (indices[a] as number) < (indices[b] as number));
  };
  return search({
    ...numbers,
    isRepeatable: part.isRepeatable === true,
    order: programOrder(process, numbers.required, wasCalledBefore, before),
    twin: twins(history, part, ({ process: name }) => name),
    urgency: numbers.deadlines,
    lookahead: undefined,
  });
}

/** What must come before each required operation, as numbers of required operations. Empty where writes are not unique. */
function forced<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
  limit: Limit,
): Before | NoOrder {
  if (part.isRepeatable === true) return new Map();
  const accesses = accessesOf(judged(history, part), model);
  if ('kind' in accesses) return new Map();
  const indexOf = (id: Id): number => (accesses.steps[id] as Step).index;
  const cells = accesses.steps.length * accesses.chains.length;
  const edges = forcedOrder(accesses, cells * 4 > limit.bytes ? 0 : Math.floor(limit.steps / Math.max(cells, 1)));
  if ('disordered' in edges) return { disordered: edges.disordered.map(indexOf) };
  const numberOf = new Map(part.required.map((index, number) => [index, number]));
  const number = (id: Id): number => numberOf.get(indexOf(id)) ?? -1;
  return new Map(
    [...edges].map(([to, from]) => [number(to), from.map((edge) => number(edge.from)).filter((at) => at >= 0)]),
  );
}

/** The history as the part has it: what is optional may have happened, what is in neither list did not. */
function judged<Input, Output>(history: History<Input, Output>, part: Part): History<Input, Output> {
  const required = new Set(part.required);
  const optional = new Set(part.optional);
  return history.map((operation, index) => {
    if (required.has(index)) return operation;
    return { ...operation, completion: { kind: optional.has(index) ? 'info' : 'fail' } };
  });
}

/** The disordered operations are certain, all others in doubt. */
function onlyCertain<Input, Output>(history: History<Input, Output>, part: Part, { disordered }: NoOrder): Part {
  const callOf = (index: number): number => (history[index] as Operation<Input, Output>).call;
  return {
    required: part.required.filter((index) => disordered.includes(index)),
    optional: [...part.required, ...part.optional]
      .filter((index) => !disordered.includes(index) || part.optional.includes(index))
      .sort((a, b) => callOf(a) - callOf(b) || a - b),
  };
}

function evidence<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
): Evidence {
  const operations = smallestCore(history, model, part, (smaller, limit) => {
    const trial = searchOf(history, model, smaller, limit);
    if ('disordered' in trial) return { isIllegal: true, steps: smaller.required.length };
    return { isIllegal: trial.advance(limit.steps, limit.bytes) === 'illegal', steps: trial.steps() };
  });
  const words = noOrder(history, model, operations, "each process's operations stand as it called them");
  return { rule: 'sequential consistency', operations, words };
}
