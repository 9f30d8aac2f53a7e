/** Nothing from outside reaches a handler but what a handler expects, and nothing that is right is refused. */
import type { Ask } from '@weekend/raft';
import { expect, test } from 'vitest';
import { checkedRequest } from './checked.ts';

const id = { session: 's', seq: 1 };
const request = (ask: unknown) => ({ kind: 'Request', id, ask });

test.each<Ask>([
  { kind: 'put', key: 'k', value: '\0ÿ"', flags: 0 },
  { kind: 'put', key: 'k'.repeat(1_024), value: 'x'.repeat(512 * 1024), flags: 2 ** 53 - 1, cas: 0 },
  { kind: 'delete', key: 'k' },
  { kind: 'delete', key: 'k', cas: 4 },
  { kind: 'delete-tree', prefix: '' },
  { kind: 'get', key: '鍵', mode: 'stale' },
  { kind: 'list', prefix: '', mode: 'consistent' },
])('%#: what is right goes through as it is', (ask) => {
  expect(checkedRequest(request(ask))).toEqual({ kind: 'request', request: request(ask) });
});

test('what is added to it is left behind', () => {
  const ask = { kind: 'get', key: 'k', mode: 'default' };
  const said = { ...request({ ...ask, more: 'x' }), id: { ...id, more: 'x' }, more: 'x' };
  expect(checkedRequest(said)).toEqual({ kind: 'request', request: request(ask) });
});

const put = { kind: 'put', key: 'k', value: 'v', flags: 0 };

test.each([
  [{ ...put, key: '' }, 'Missing key name'],
  [{ ...put, key: 7 }, 'its key is not text'],
  [{ ...put, key: '鍵'.repeat(400) }, 'its key is 1200 bytes long, where 1024 are the most'],
  [{ ...put, value: '鍵' }, 'its value is not text of one byte a character'],
  [{ ...put, value: 'x'.repeat(600_000) }, 'its value is 600000 bytes long, where 524288 are the most'],
  [{ ...put, flags: 1.5 }, 'its flags is not a whole number from 0 to 9007199254740991'],
  [{ ...put, cas: -1 }, 'its cas is not a whole number from 0 to 9007199254740991'],
  [{ kind: 'get', key: 'k', mode: 'fresh' }, 'there is no mode "fresh"'],
  [{ kind: 'list', prefix: null, mode: 'stale' }, 'its key is not text'],
  [{ kind: 'no-op' }, 'there is no "no-op"'],
])('%#: what is wrong is refused in words', (ask, why) => {
  expect(checkedRequest(request(ask))).toEqual({ kind: 'refused', id, why });
});

test.each([
  null,
  7,
  {},
  { kind: 'Reply' },
  { ...request(put), id: null },
  { ...request(put), id: { session: 7, seq: 1 } },
])('%#: what is no request at all is nothing', (said) => expect(checkedRequest(said)).toBeUndefined());
