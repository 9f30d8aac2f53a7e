/** A log as a history and the model to judge it by. Which of the three formats it is, it says itself. */
import { type Event, paired } from './event.ts';
import type { Operation } from './history.ts';
import { type KvInput, type KvOutput, keyValueStore } from './kv.ts';
import type { Model } from './model.ts';
import { parseJepsenLog } from './parse-jepsen-log.ts';
import { parseEdnLines, parseJsonLines } from './parse-records.ts';
import { type RegisterInput, type RegisterOutput, registerModel, type Value } from './register.ts';
import { kvWords, registerWords } from './vocabulary.ts';

export interface Log<State, Input, Output> {
  readonly history: Operation<Input, Output>[];
  readonly model: Model<State, Input, Output>;
}

export function registerLog(text: string): Log<Value, RegisterInput, RegisterOutput> {
  return { history: paired(eventsOf(text), registerWords), model: registerModel };
}

/** Stores whose log answers `""` and never nil to a get of what is not there hold the empty text under every key at first. */
export function kvLog(text: string): Log<string | null, KvInput, KvOutput> {
  const history = paired(eventsOf(text), kvWords);
  const answers = history.flatMap(({ input, completion }) =>
    input.kind === 'get' && completion.kind === 'ok' ? [completion.output] : [],
  );
  const isEmptyAtFirst = answers.includes('') && !answers.includes(null);
  return { history, model: keyValueStore(isEmptyAtFirst ? '' : null) };
}

/** Throws a SyntaxError that names the line. */
export function eventsOf(text: string): Event[] {
  const start = text.trimStart();
  const events = start.startsWith('{:')
    ? parseEdnLines(text)
    : start.startsWith('{')
      ? parseJsonLines(text)
      : parseJepsenLog(text);
  if (events.length === 0)
    throw new SyntaxError(
      'Cannot read this log: it has no events; wanted are lines of Jepsen, or one record a line as EDN or as JSON.',
    );
  return events;
}
