/** A proof holds for one conversation, one role and one key, and for nothing else. */
import { expect, test } from 'vitest';
import { newNonce, prove, proves, readHandshake } from './handshake.ts';

const key = 'a key that only the tests know';
const conversation = { dialer: 'n1', acceptor: 'n2', dialerNonce: newNonce(), acceptorNonce: newNonce() };
const proof = prove(key, 'dialer', conversation);

test('a proof convinces whoever has the same key', () => {
  expect(proves(key, 'dialer', conversation, proof)).toBe(true);
});

test('a proof is worth nothing for another key, role, name or number', () => {
  expect(proves(`${key}!`, 'dialer', conversation, proof)).toBe(false);
  expect(proves(key, 'acceptor', conversation, proof)).toBe(false);
  for (const part of ['dialer', 'acceptor', 'dialerNonce', 'acceptorNonce'] as const)
    expect(proves(key, 'dialer', { ...conversation, [part]: 'other' }, proof)).toBe(false);
});

test('two names can not be cut apart elsewhere to give the same proof', () => {
  const [ab, a] = [
    { ...conversation, dialer: 'ab', acceptor: 'c' },
    { ...conversation, dialer: 'a', acceptor: 'bc' },
  ];
  expect(prove(key, 'dialer', ab)).not.toBe(prove(key, 'dialer', a));
});

test('a proof of another length is refused and does not throw', () => {
  for (const given of ['', 'x', `${proof}x`, 'ü'.repeat(22)])
    expect(proves(key, 'dialer', conversation, given)).toBe(false);
});

test('what is not a frame of the handshake is nothing', () => {
  const frames = ['', '{', 'null', '[]', '"hello"', '{}', '{"kind":"hello"}', '{"kind":"proof","proof":1}'];
  for (const frame of frames) expect(readHandshake(Buffer.from(frame))).toBeUndefined();
  expect(
    readHandshake(Buffer.from('{"kind":"hello","nonce":"x","from":"n1","to":"n2","version":"1"}')),
  ).toBeUndefined();
});
