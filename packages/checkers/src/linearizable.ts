/**
 * Linearizability (Herlihy and Wing, TOPLAS 12(3), 1990): each operation takes effect at one moment between its call and its
 * completion, and one object that did them at those moments would have answered the same.
 *
 * It is local (Theorem 1 there): a store is linearizable iff each key is, so the parts are judged apart. A part of plain reads and
 * unique writes is judged by its zones in O(n log n), any other by search, exponential in the number of operations that
 * overlap. Exact where it answers ok or illegal. It does not catch what the model allows.
 */
import { smallestCore } from './core.ts';
import { deadline, type History, type Operation } from './history.ts';
import { inTurn } from './in-turn.ts';
import { lookahead } from './lookahead.ts';
import type { Model } from './model.ts';
import { type Part, partsOf } from './part.ts';
import { numbersOf, twins } from './problem.ts';
import { realTime } from './real-time.ts';
import { type Search, search } from './search.ts';
import { uniqueRegister } from './unique-register.ts';
import { type Budget, type Evidence, illegal, limitOf, ok, ranOutOf, type Verdict } from './verdict.ts';
import { noOrder } from './words.ts';

export function linearizable<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  budget: Budget = {},
): Verdict {
  const limit = limitOf(budget);
  const searches: PartSearch[] = [];
  for (const part of partsOf(history, model)) {
    const small = uniqueRegister(history, model, part);
    if (small === undefined) searches.push(partSearch(history, model, part));
    else if (small.length > 0) return illegal(0, () => evidence(history, model, restricted(part, small)));
  }
  const ending = inTurn(searches, limit);
  switch (ending.kind) {
    case 'ok':
      return ok(ending.steps);
    case 'illegal':
      return illegal(ending.steps, () => evidence(history, model, ending.guilty.illegalPrefix()));
    case 'steps':
    case 'memory':
      return ranOutOf(ending.kind, ending.steps, limit);
    default:
      return ending satisfies never;
  }
}

interface PartSearch {
  search: Search;
  /** What played a part: nothing that was called later than any attempt got. */
  illegalPrefix(): Part;
}

function partSearch<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
): PartSearch {
  const numbers = numbersOf(history, model, part);
  const { transitions, required, readOnly, calls, deadlines } = numbers;
  const order = realTime(calls, deadlines, required);
  const ahead = model.growth && lookahead(transitions, required, readOnly, calls, deadlines);
  return {
    search: search({
      ...numbers,
      isRepeatable: part.isRepeatable === true,
      order,
      twin: twins(history, part, () => ''),
      urgency: deadlines,
      lookahead: ahead,
    }),
    illegalPrefix: () => prefix(history, part, Math.max(order.horizon(), ahead?.horizon() ?? Number.NEGATIVE_INFINITY)),
  };
}

function prefix(history: History<unknown, unknown>, part: Part, end: number): Part {
  const operation = (index: number) => history[index] as Operation<unknown, unknown>;
  const wasCalled = (index: number): boolean => operation(index).call <= end;
  const isDone = (index: number): boolean => deadline(operation(index)) <= end;
  const pending = part.required.filter((index) => wasCalled(index) && !isDone(index));
  return {
    required: part.required.filter(isDone),
    optional: [...part.optional.filter(wasCalled), ...pending].sort((a, b) => operation(a).call - operation(b).call),
  };
}

function restricted(part: Part, indices: readonly number[]): Part {
  return {
    required: part.required.filter((index) => indices.includes(index)),
    optional: part.optional.filter((index) => indices.includes(index)),
  };
}

function evidence<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
): Evidence {
  const operations = smallestCore(history, model, part, (smaller, { steps, bytes }) => {
    const { search: trial } = partSearch(history, model, smaller);
    return { isIllegal: trial.advance(steps, bytes) === 'illegal', steps: trial.steps() };
  });
  const words = noOrder(history, model, operations, 'each takes effect between its call and its completion');
  return { rule: 'linearizability', operations, words };
}
