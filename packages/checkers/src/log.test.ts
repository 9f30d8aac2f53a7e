import { describe, expect, test } from 'vitest';
import { linearizable } from './linearizable.ts';
import { kvLog, registerLog } from './log.ts';

const jepsen = [
  'INFO  jepsen.util - 0\t:invoke\t:write\t3',
  'INFO  jepsen.util - :nemesis\t:info\t:start\tnil',
  'INFO  jepsen.util - 1   :invoke :cas    [3 4]',
  'INFO  jepsen.util - 0\t:ok\t:write\t3',
  'INFO  jepsen.util - 1   :info   :cas    :timed-out',
  'INFO  jepsen.util - 0\t:invoke\t:cas\t[1 2]',
  'INFO  jepsen.util - 0\t:fail\t:cas\t[1 2]',
  'INFO  jepsen.util - 0\t:invoke\t:read\tnil',
  'INFO  jepsen.util - 0\t:ok\t:read\t4',
].join('\n');

describe('a log of Jepsen', () => {
  test('gives operations with their outcomes, lines as times', () => {
    expect(registerLog(jepsen).history).toEqual([
      { process: 0, input: { kind: 'write', value: 3 }, call: 1, completion: { kind: 'ok', at: 4, output: null } },
      { process: 1, input: { kind: 'cas', from: 3, to: 4 }, call: 3, completion: { kind: 'info' } },
      { process: 0, input: { kind: 'cas', from: 1, to: 2 }, call: 6, completion: { kind: 'fail' } },
      { process: 0, input: { kind: 'read' }, call: 8, completion: { kind: 'ok', at: 9, output: 4 } },
    ]);
  });

  test('gives a verdict', () => {
    const { history, model } = registerLog(jepsen);
    expect(linearizable(history, model).kind).toBe('ok');
  });
});

describe('records, one a line', () => {
  test('as EDN, where a store answers an empty text for what is not there', () => {
    const { history, model } = kvLog(
      [
        '{:process 1, :type :invoke, :f :get, :key "0", :value nil}',
        '{:process 1, :type :ok, :f :get, :key "0", :value ""}',
        '{:process 1, :type :invoke, :f :append, :key "0", :value "x 1 \\"0\\" y"}',
        '{:process 1, :type :ok, :f :append, :key "0", :value "x 1 \\"0\\" y"}',
        '{:process 2, :type :invoke, :f :get, :key "0", :value nil}',
        '{:process 2, :type :ok, :f :get, :key "0", :value "x 1 \\"0\\" y"}',
      ].join('\n'),
    );
    expect(history.map(({ completion }) => completion)).toEqual([
      { kind: 'ok', at: 2, output: '' },
      { kind: 'ok', at: 4, output: null },
      { kind: 'ok', at: 6, output: 'x 1 "0" y' },
    ]);
    expect(linearizable(history, model).kind).toBe('ok');
  });

  test('as JSON, with times, and what is not reported on is unknown', () => {
    const { history } = kvLog(
      [
        '{"process":"a","type":"invoke","f":"cas","key":"k","value":[null,"v"],"time":10}',
        '',
        '{"process":"b","type":"invoke","f":"put","key":"k","value":"w","time":12}',
        '{"process":"a","type":"ok","f":"cas","key":"k","value":false,"time":15}',
      ].join('\n'),
    );
    expect(history).toEqual([
      {
        process: 'a',
        input: { kind: 'cas', key: 'k', from: null, to: 'v' },
        call: 10,
        completion: { kind: 'ok', at: 15, output: false },
      },
      { process: 'b', input: { kind: 'put', key: 'k', value: 'w' }, call: 12, completion: { kind: 'info' } },
    ]);
  });
});

describe('what cannot be read is refused with its line', () => {
  test.each([
    ['no log at all', 'hello\nworld', 'it has no events'],
    ['broken JSON', '{"process": 1\n', 'Cannot read line 1 of the log'],
    ['a record without a process', '{"type":"ok"}', 'process is undefined; it must be a number or a name'],
    ['an unknown type', '{"process":1,"type":"done","f":"read"}', 'type is "done"'],
    [
      'an operation that the model does not have',
      '{"process":1,"type":"invoke","f":"push"}',
      'line 1 of the log: push null',
    ],
    ['a report on nothing', '{"process":1,"type":"ok","f":"read"}', 'is reported on but was not invoked'],
    [
      'two operations of one process at once',
      '{"process":1,"type":"invoke","f":"read"}\n{"process":1,"type":"invoke","f":"read"}',
      'Cannot read line 2 of the log: read null of process 1 is invoked while its process is still busy',
    ],
    [
      'an answer that is none',
      '{"process":1,"type":"invoke","f":"read"}\n{"process":1,"type":"ok","f":"read","value":{"a":1}}',
      'Cannot read line 2',
    ],
    ['EDN that ends too early', '{:process 1, :type :ok', 'Cannot read line 1 of the log: the text ends'],
  ])('%s', (_what, text, message) => {
    expect(() => registerLog(text)).toThrow(message);
  });
});
