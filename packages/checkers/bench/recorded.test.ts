import { describe, expect, test } from 'vitest';
import { linearizable } from '../src/linearizable.ts';
import { kvLog, registerLog } from '../src/log.ts';
import { picture } from '../src/picture.ts';
import { etcdLogs, isRecordedHere, kvLogs } from './recorded.ts';

const where = isRecordedHere ? '' : ' (absent: there is no ../shared/data/histories beside this repository)';

describe.skipIf(!isRecordedHere)(`recorded histories${where}`, () => {
  test('every log of etcd gets its verdict', () => {
    for (const { name, text, verdict } of etcdLogs()) {
      const { history, model } = registerLog(text);
      expect(linearizable(history, model).kind, name).toBe(verdict);
    }
  });

  test('every log of a key-value store gets its verdict', () => {
    for (const { name, text, verdict } of kvLogs()) {
      const { history, model } = kvLog(text);
      expect(linearizable(history, model).kind, name).toBe(verdict);
    }
  });

  test('every illegal log has a proof of a few operations, which are illegal by themselves', () => {
    for (const { name, text } of etcdLogs().filter(({ verdict }) => verdict === 'illegal')) {
      const { history, model } = registerLog(text);
      const verdict = linearizable(history, model);
      if (verdict.kind !== 'illegal') throw new Error(`${name} is illegal`);
      const { operations } = verdict.evidence;
      expect(operations.length, name).toBeLessThan(12);
      const inDoubt = history.map((operation, index) => {
        if (operations.includes(index) || operation.completion.kind === 'fail') return operation;
        return { ...operation, completion: { kind: 'info' } as const };
      });
      expect(linearizable(inDoubt, model).kind, name).toBe('illegal');
    }
  });

  test('the picture of thousands of operations is a few dozen bars and one strip', () => {
    const largest = kvLogs().find(({ name }) => name.includes('c50'));
    const { history, model } = kvLog(largest?.text ?? '');
    const svg = picture(history, model, linearizable(history, model));
    expect(history.length).toBeGreaterThan(1_000);
    expect(svg.match(/<g><title>/g)?.length).toBeLessThan(61);
    expect(svg.length).toBeLessThan(100_000);
  });
});
