/** Operations and proofs in words. */
import { type History, type Operation, output } from './history.ts';
import type { Model } from './model.ts';

/** `process 1: write 3, from 12 to 17`. */
export function told<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  index: number,
): string {
  const operation = history[index] as Operation<Input, Output>;
  return `process ${operation.process}: ${described(operation, model)}, ${time(operation)}`;
}

/** `write 3`. */
export function described<State, Input, Output>(
  operation: Operation<Input, Output>,
  model: Model<State, Input, Output>,
): string {
  const answer = output(operation);
  if (model.describe !== undefined) return model.describe(operation.input, answer);
  return `${JSON.stringify(operation.input)}${answer === undefined ? '' : ` → ${JSON.stringify(answer)}`}`;
}

function time(operation: Operation<unknown, unknown>): string {
  const { completion } = operation;
  switch (completion.kind) {
    case 'ok':
      return `from ${operation.call} to ${completion.at}`;
    case 'info':
      return `called at ${operation.call}, outcome unknown`;
    case 'fail':
      return `called at ${operation.call}, failed`;
    default:
      return completion satisfies never;
  }
}

/** So many operations of a proof are listed. */
const listed = 24;

/** Why there is no order: a headline, then the operations, one a line. `rule` says what each order has to keep. */
export function noOrder<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  operations: readonly number[],
  rule: string,
): string {
  const others = history.length - operations.length;
  const rest =
    others === 0 ? '' : `, whenever the ${others === 1 ? 'other one' : `${others} others`} took effect, if at all`;
  const these = operations.length === 1 ? 'this operation' : `these ${operations.length} operations`;
  const headline = `A ${model.name} has no order for ${these} in which ${rule}${rest}:`;
  const lines = operations.slice(0, listed).map((index) => `  ${told(history, model, index)}`);
  if (operations.length > listed) lines.push(`  … and ${operations.length - listed} more`);
  return [headline, ...lines].join('\n');
}

/**
 * Why an operation comes after the one before it. `not seen`: a later read knew of that one, and saw this one; `replaced`: this
 * one replaces what that one, a read, has seen.
 */
export type Reason = 'same process' | 'seen by' | 'not seen' | 'replaced';

/** Positions in the history, each with the reason why it comes after the one before it. */
export type ToldChain = readonly { readonly index: number; readonly reason: Reason | undefined }[];

const phrases: Record<Reason, string> = {
  'same process': 'and later, in the same process',
  'seen by': 'which is seen by',
  'not seen': 'which comes before this, since the read below knew of it and saw this instead',
  replaced: 'which comes before this, since this replaces what it has seen',
};

/** The main chain, and after it those that show why each `not seen` holds. */
export function toldChains<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  headline: string,
  chains: readonly ToldChain[],
): string {
  const paragraphs = chains.map((chain) =>
    chain
      .flatMap(({ index, reason }) => [
        ...(reason === undefined ? [] : [`    ${phrases[reason]}`]),
        `  ${told(history, model, index)}`,
      ])
      .join('\n'),
  );
  return `${headline}:\n${paragraphs.join('\n  and to show what was known:\n')}`;
}
