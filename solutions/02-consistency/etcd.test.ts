/** The reference's own checker against runs of a real etcd. They are not part of the repository: they lie beside it, or not at all. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { History, Operation } from '@weekend/consistency';
import { expect, test } from 'vitest';
import { consistency } from './consistency.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'histories');
const logs = existsSync(folder) ? readdirSync(folder).filter((name) => /^etcd_\d+[.]log$/.test(name)) : [];
const verdicts: Record<string, { verdict: string; operations: number }> =
  logs.length > 0 ? JSON.parse(readFileSync(join(folder, 'verdicts.json'), 'utf8')) : {};

if (logs.length === 0)
  test('no recorded histories lie beside this checkout, so none are judged', () => expect(logs).toEqual([]));
else
  test.each(logs)(
    '%s gets its verdict',
    (name) => {
      const history = readLog(readFileSync(join(folder, name), 'utf8'));
      expect(history.length).toBe(verdicts[name]?.operations);
      expect(consistency.isLinearizable(history)).toBe(verdicts[name]?.verdict === 'ok');
    },
    120_000,
  );

/** The order of lines is the order of time. */
function readLog(text: string): History {
  const history: Operation[] = [];
  const open = new Map<string, Operation>();
  for (const [at, line] of text.split('\n').entries()) {
    const [, process, type, f, value] = /jepsen[.]util - (\d+)\s+:(\w+)\s+:(\w+)\s+(.+)$/.exec(line) ?? [];
    if (!process || !type || !f || !value) continue;
    if (type === 'invoke') {
      const operation: Operation = { process, input: inputOf(f, value), call: at, completion: { kind: 'info' } };
      open.set(process, operation);
      history.push(operation);
      continue;
    }
    const operation = open.get(process);
    if (!operation) throw new Error(`line ${at + 1} reports on what nobody has invoked`);
    if (type === 'ok') operation.completion = { kind: 'ok', at, output: outputOf(f, value) };
    // A compare-and-set that has not set is reported so, too.
    if (type === 'fail') operation.completion = { kind: 'fail' };
  }
  return history;
}

function inputOf(f: string, value: string): Operation['input'] {
  const numbers = [...value.matchAll(/\d+/g)].map(Number);
  if (f === 'read') return { kind: 'read' };
  if (f === 'write') return { kind: 'write', value: numbers[0] as number };
  return { kind: 'cas', from: numbers[0] as number, to: numbers[1] as number };
}

function outputOf(f: string, value: string): number | boolean | null {
  if (f === 'read') return value === 'nil' ? null : Number(value);
  return f === 'cas' ? true : null;
}
