/**
 * Reads a log of one record a line, as EDN or as JSON:
 *
 *     {:process 9, :type :invoke, :f :append, :key "0", :value "x"}
 *     {"process": 9, "type": "invoke", "f": "append", "key": "0", "value": "x", "time": 17}
 *
 * `key` may be left out, and so may `value` and `time`; empty lines are passed over.
 */
import { parseEdn } from './edn.ts';
import type { Event } from './event.ts';

export function parseEdnLines(text: string): Event[] {
  return records(text, parseEdn);
}

export function parseJsonLines(text: string): Event[] {
  return records(text, JSON.parse);
}

function records(text: string, parse: (line: string) => unknown): Event[] {
  const events: Event[] = [];
  for (const [at, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    events.push(eventOf(recordOf(content, at + 1, parse), at + 1));
  }
  return events;
}

function recordOf(content: string, line: number, parse: (line: string) => unknown): Record<string, unknown> {
  let record: unknown;
  try {
    record = parse(content);
  } catch (cause) {
    throw new SyntaxError(`Cannot read line ${line} of the log: ${(cause as Error).message}.`, { cause });
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new SyntaxError(`Cannot read line ${line} of the log: it holds ${typeof record}, not one record.`);
  return record as Record<string, unknown>;
}

function eventOf({ process, type, f, key, value, time }: Record<string, unknown>, line: number): Event {
  const broken = (field: string, is: unknown, wanted: string): SyntaxError =>
    new SyntaxError(`Cannot read line ${line} of the log: ${field} is ${JSON.stringify(is)}; it must be ${wanted}.`);
  if (typeof process !== 'number' && typeof process !== 'string')
    throw broken('process', process, 'a number or a name');
  if (!isType(type)) throw broken('type', type, 'invoke, ok, fail or info');
  if (typeof f !== 'string') throw broken('f', f, 'the name of an operation');
  if (time !== undefined && typeof time !== 'number') throw broken('time', time, 'a number');
  const event = { line, process, type, f, value: value ?? null, time: time ?? line };
  return key === undefined || key === null ? event : { ...event, key: String(key) };
}

function isType(type: unknown): type is Event['type'] {
  return type === 'invoke' || type === 'ok' || type === 'fail' || type === 'info';
}
