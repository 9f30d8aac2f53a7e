/**
 * A history: what clients asked, when, and what came of it. Plain data, so that it can be written to a file, read from a
 * log, or made by hand in a test.
 */

export type History<Input, Output> = readonly Operation<Input, Output>[];

/**
 * One operation of one process. Times are numbers of any scale, shared by all processes; only their order counts. An
 * operation precedes another if it completed before the other was called, strictly: equal times overlap.
 */
export interface Operation<Input, Output> {
  /** Who asked. A process does one thing at a time; its operations stand in the order of their calls. */
  readonly process: number | string;
  readonly input: Input;
  readonly call: number;
  readonly completion: Completion<Output>;
}

export type Completion<Output> =
  /** It took effect between the call and `at`, and answered `output`. */
  | { readonly kind: 'ok'; readonly at: number; readonly output: Output }
  /** It did not happen. */
  | { readonly kind: 'fail' }
  /** Nobody knows: it takes effect at some time after its call, or never. Even after later operations of its process. */
  | { readonly kind: 'info' };

/** When an operation must have taken effect. */
export function deadline(operation: Operation<unknown, unknown>): number {
  return operation.completion.kind === 'ok' ? operation.completion.at : Number.POSITIVE_INFINITY;
}

/** What an operation answered, `undefined` if that is not known. */
export function output<Output>(operation: Operation<unknown, Output>): Output | undefined {
  return operation.completion.kind === 'ok' ? operation.completion.output : undefined;
}
