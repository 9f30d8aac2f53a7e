/**
 * Reads the log of a Jepsen run: `INFO  jepsen.util - 3 :ok :read 4`, fields set apart by tabs or spaces. Lines that are no
 * events of a client, the nemesis's among them, are passed over.
 */
import { parseEdn } from './edn.ts';
import type { Event } from './event.ts';

export function parseJepsenLog(text: string): Event[] {
  const events: Event[] = [];
  for (const [at, content] of text.split('\n').entries()) {
    const [, process, type, f, value] = event.exec(content) ?? [];
    if (process === undefined || type === undefined || f === undefined || value === undefined) continue;
    const line = at + 1;
    events.push({
      line,
      time: line,
      process: Number(process),
      type: type as Event['type'],
      f,
      value: readValue(value, line),
    });
  }
  return events;
}

const event = /\sjepsen\.\S+\s+-\s+(\d+)\s+:(invoke|ok|fail|info)\s+:(\S+)\s+(.*?)\s*$/;

function readValue(text: string, line: number): unknown {
  try {
    return parseEdn(text);
  } catch (cause) {
    throw new SyntaxError(`Cannot read line ${line} of the log: its value ${text} is not EDN.`, { cause });
  }
}
