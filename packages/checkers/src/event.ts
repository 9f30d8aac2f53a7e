/**
 * The log of a test run, event by event, in Jepsen's words: a process invokes an operation, and later reports `ok`, `fail` (it
 * did not happen) or `info` (nobody knows).
 */
import type { Completion, Operation } from './history.ts';

export interface Event {
  /** The line of the log, from 1. */
  readonly line: number;
  readonly process: number | string;
  readonly type: 'invoke' | 'ok' | 'fail' | 'info';
  /** What is asked: `read`, `append`. */
  readonly f: string;
  readonly key?: string;
  readonly value: unknown;
  /** Where the log has no time, the line. */
  readonly time: number;
}

/** How a kind of object speaks in a log. */
export interface Vocabulary<Input, Output> {
  /** `undefined` if it has no such operation. */
  input(invocation: Event): Input | undefined;
  /** What an operation that is reported `ok` answered; `undefined` if that is no answer to it. */
  output(input: Input, report: Event): Output | undefined;
}

/** Joins invocations with their reports. What is not reported on has an unknown outcome. */
export function paired<Input, Output>(
  events: readonly Event[],
  vocabulary: Vocabulary<Input, Output>,
): Operation<Input, Output>[] {
  const history: Operation<Input, Output>[] = [];
  const open = new Map<number | string, number>();
  for (const event of events) {
    const { process, time } = event;
    const at = open.get(process);
    if (event.type === 'invoke') {
      if (at !== undefined)
        throw unreadable(event, 'is invoked while its process is still busy with another operation');
      const input = vocabulary.input(event);
      if (input === undefined) throw unreadable(event, 'is not an operation of this model');
      open.set(process, history.push({ process, input, call: time, completion: { kind: 'info' } }) - 1);
      continue;
    }
    const operation = at === undefined ? undefined : history[at];
    if (at === undefined || operation === undefined) throw unreadable(event, 'is reported on but was not invoked');
    open.delete(process);
    history[at] = { ...operation, completion: completionOf(operation.input, event, vocabulary) };
  }
  return history;
}

function completionOf<Input, Output>(
  input: Input,
  report: Event,
  vocabulary: Vocabulary<Input, Output>,
): Completion<Output> {
  if (report.type !== 'ok') return { kind: report.type === 'fail' ? 'fail' : 'info' };
  const answer = vocabulary.output(input, report);
  if (answer === undefined) throw unreadable(report, 'has a value that does not answer what was invoked');
  return { kind: 'ok', at: report.time, output: answer };
}

function unreadable({ line, process, f, value }: Event, why: string): SyntaxError {
  return new SyntaxError(
    `Cannot read line ${line} of the log: ${f} ${JSON.stringify(value)} of process ${process} ${why}.`,
  );
}
