/** Ways to get a checker of linearizability wrong, each a small change to a right one. The suite has to catch every one. */
import type { RegisterHistory } from '../src/checkers.suite.ts';
import { deadline, type Operation, output } from '../src/history.ts';
import { linearizable } from '../src/linearizable.ts';
import { type RegisterInput, type RegisterOutput, registerModel, type Value } from '../src/register.ts';
import { sequential } from '../src/sequential.ts';

type Checker = (history: RegisterHistory) => boolean;
type RegisterOperation = Operation<RegisterInput, RegisterOutput>;

const isRight: Checker = (history) => linearizable(history, registerModel).kind === 'ok';

/** C23: only each process's own order counts. That is sequential consistency. */
export const ignoresRealTime: Checker = (history) => sequential(history, registerModel).kind === 'ok';

/** C24: replays the operations in the order of their calls. */
export const sortsByCall: Checker = (history) => replays(history, ({ call }) => call);

/** C24: replays the operations in the order of their completions. */
export const sortsByCompletion: Checker = (history) => replays(history, deadline);

/** C25: what timed out is left out. */
export const dropsUnknown: Checker = (history) =>
  isRight(history.filter(({ completion }) => completion.kind !== 'info'));

/** C25: what timed out has taken effect when it timed out. */
export const trustsTimeouts: Checker = (history) =>
  isRight(
    history.map((operation) =>
      operation.completion.kind === 'info' && operation.input.kind === 'write'
        ? { ...operation, completion: { kind: 'ok', at: operation.call + 1, output: null } }
        : operation,
    ),
  );

/** C26: what failed may have happened. */
export const doubtsFailures: Checker = (history) =>
  isRight(
    history.map((operation) =>
      operation.completion.kind === 'fail' ? { ...operation, completion: { kind: 'info' } } : operation,
    ),
  );

/** C29: each step changes the one register that there is, and nobody changes it back. */
export const changesInPlace: Checker = (history) => {
  let register: Value = null;
  const search = (left: readonly RegisterOperation[]): boolean =>
    isFinished(left) ||
    left.some((next) => {
      if (!mayComeNext(next, left)) return false;
      const after = stepped(register, next);
      if (after === undefined) return false;
      register = after;
      return search(left.filter((other) => other !== next));
    });
  return search(happened(history));
};

/** C29: an operation that was taken back is still held to be placed. */
export const forgetsToUnplace: Checker = (history) => {
  const placed = new Set<RegisterOperation>();
  const search = (value: Value): boolean => {
    const left = happened(history).filter((operation) => !placed.has(operation));
    return (
      isFinished(left) ||
      left.some((next) => {
        const after = mayComeNext(next, left) ? stepped(value, next) : undefined;
        return after !== undefined && placed.add(next).size > 0 && search(after);
      })
    );
  };
  return search(null);
};

const happened = (history: RegisterHistory): RegisterOperation[] =>
  history.filter(({ completion }) => completion.kind !== 'fail');

const isFinished = (left: readonly RegisterOperation[]): boolean =>
  left.every(({ completion }) => completion.kind === 'info');

const mayComeNext = (next: RegisterOperation, left: readonly RegisterOperation[]): boolean =>
  left.every((other) => deadline(other) >= next.call);

const stepped = (value: Value, operation: RegisterOperation): Value | undefined =>
  registerModel.step(value, operation.input, output(operation));

function replays(history: RegisterHistory, moment: (operation: RegisterOperation) => number): boolean {
  let value: Value | undefined = null;
  const certain = history.filter(({ completion }) => completion.kind === 'ok');
  for (const operation of certain.sort((a, b) => moment(a) - moment(b)))
    if (value !== undefined) value = stepped(value, operation);
  return value !== undefined;
}
